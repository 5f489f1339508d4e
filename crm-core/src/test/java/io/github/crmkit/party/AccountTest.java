package io.github.crmkit.party;

import static io.github.crmkit.party.Refusals.assertRefused;
import static io.github.crmkit.party.SampleAccount.OWNER;
import static io.github.crmkit.party.SampleAccount.aBareAccount;
import static io.github.crmkit.party.SampleAccount.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crmkit.kernel.Change;
import io.github.crmkit.kernel.UserId;
import io.github.crmkit.merge.DroppedValue;
import io.github.crmkit.merge.Filled;
import io.github.crmkit.person.PhoneNumber;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    @Test
    void everything_that_cannot_be_is_refused_at_once() {
        Account account = anAccount().account();

        assertRefused(
                () -> new Account(
                        account.id(),
                        account.stamp(),
                        "",
                        "x".repeat(101),
                        "javascript:alert(1)",
                        null,
                        "\u0000",
                        OWNER,
                        "\ud800",
                        " ",
                        "x".repeat(101)),
                "name plain-text",
                "industry plain-text",
                "website website",
                "country plain-text",
                "reference plain-text",
                "group plain-text",
                "territory plain-text");
    }

    @Test
    void the_longest_texts_are_in_order_and_spaces_around_them_are_dropped() {
        assertThat(anAccount().name("x".repeat(200)).account().name()).hasSize(200);
        assertRefused(() -> anAccount().name("x".repeat(201)), "name plain-text");
        assertThat(anAccount().name(" Siam Tiles  ").account().name()).isEqualTo("Siam Tiles");
        assertThat(anAccount().website("x".repeat(255)).account().website()).hasSize(255);
        assertRefused(() -> anAccount().website("x".repeat(256)), "website plain-text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "siamtiles.co.th",
                "https://siamtiles.co.th",
                "HTTP://siamtiles.co.th:8080/about?a=b#top",
                "www.กระเบื้อง.ไทย/หน้า",
                "siamtiles.example/a@b:c"
            })
    void a_web_page_is_a_website(String website) {
        assertThat(anAccount().website(website).account().website()).isEqualTo(website);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "ftp://siamtiles.example",
                "//siamtiles.example",
                "\\\\host\\share",
                "https://user@host.example",
                "https://",
                "http://java script:x",
                "host:port/path"
            })
    void anything_else_is_not(String website) {
        assertRefused(() -> anAccount().website(website), "website website");
    }

    @Test
    void an_edit_replaces_what_is_known_and_nothing_else() {
        Account account = anAccount().reference("A-1").account();

        Change<Account> change = account.edit("Thai Tiles", null, null, null, null, null, null, null);

        assertThat(change.events()).containsExactly(new AccountEvent.Edited());
        assertThat(change.state())
                .isEqualTo(new Account(
                        account.id(), account.stamp(), "Thai Tiles", null, null, null, null, OWNER, null, null, null));
        assertThat(change.state()
                        .edit("Thai Tiles", null, null, null, null, null, null, null)
                        .isNone())
                .isTrue();
    }

    @Test
    void assigning_announces_the_old_and_the_new_owner() {
        UserId other = new UserId(UUID.randomUUID());

        assertThat(anAccount().account().assign(other).events())
                .containsExactly(new AccountEvent.Assigned(OWNER, other));
        assertThat(anAccount().account().assign(OWNER).isNone()).isTrue();
    }

    @Test
    void blanks_are_filled() {
        Filled<Account> filled = aBareAccount()
                .account()
                .fillBlanks("Retail", "tiles.example", new PhoneNumber("02 999 9999"), "Viet Nam");

        Account after = filled.change().state();
        assertThat(filled.change().events()).containsExactly(new AccountEvent.Filled());
        assertThat(filled.dropped()).isEmpty();
        assertThat(after.industry()).isEqualTo("Retail");
        assertThat(after.website()).isEqualTo("tiles.example");
        assertThat(after.phone()).isEqualTo(new PhoneNumber("02 999 9999"));
        assertThat(after.country()).isEqualTo("Viet Nam");
    }

    @Test
    void what_stands_stays_and_what_is_dropped_is_listed() {
        Account account = anAccount().account();

        Filled<Account> filled =
                account.fillBlanks("Retail", account.website(), new PhoneNumber("+6621234567"), "Viet Nam");

        assertThat(filled.change().isNone()).isTrue();
        assertThat(filled.dropped())
                .containsExactly(
                        new DroppedValue("industry", "Building materials", "Retail"),
                        new DroppedValue("country", "Thailand", "Viet Nam"));
    }
}
