package io.github.crmkit.agreement;

import static io.github.crmkit.agreement.AgreementOffice.JUNE;
import static io.github.crmkit.agreement.AgreementOffice.MAY;
import static io.github.crmkit.agreement.AgreementOffice.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crmkit.agreement.ContractPriceService.NewContractPrice;
import io.github.crmkit.catalog.ProductId;
import io.github.crmkit.kernel.LimitExceededException;
import io.github.crmkit.kernel.NotFoundException;
import io.github.crmkit.party.AccountId;
import io.github.crmkit.party.AccountService;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.storage.HistoryEntry;
import io.github.crmkit.time.DateRange;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class ContractPriceServiceTest {

    private final AgreementOffice office = new AgreementOffice();
    private final ContractPriceService prices = office.prices();

    @Test
    void a_price_is_agreed_on_for_the_unit_of_the_product() {
        ContractPrice agreed = prices.agree(office.siam.id(), price("USD 99.5").reference(" C-1 "));

        assertThat(prices.get(agreed.id())).isEqualTo(agreed);
        assertThat(agreed.unit()).isEqualTo("box");
        assertThat(agreed.contract()).contains("C-1");
        assertThat(prices.find(office.siam.id(), Criteria.all(), ContractPriceFields.PRICE.asc(), PageRequest.first(5)))
                .containsExactly(agreed);
        assertThat(new AccountService(office.desk).history(office.siam.id()))
                .extracting(HistoryEntry::code)
                .containsExactly("account.created", "account.priced");
    }

    @Test
    void agreeing_twice_changes_nothing_the_second_time() {
        List<NewContractPrice> asked =
                List.of(price("USD 99.5"), price("THB 3500"), price("USD 4000").unit("pallet"));
        List<ContractPrice> first = prices.agreeAll(office.siam.id(), asked);
        List<Object> before = office.office.dump(AgreementOffice.ALL);

        assertThat(prices.agreeAll(office.siam.id(), asked)).isEqualTo(first).hasSize(3);
        assertThat(office.office.dump(AgreementOffice.ALL)).isEqualTo(before);
    }

    @Test
    void another_price_or_end_changes_what_is_there() {
        ContractPrice agreed = prices.agree(office.siam.id(), price("USD 99.5"));
        prices.withdraw(agreed.id());

        ContractPrice changed = prices.agree(
                office.siam.id(),
                price("USD 98").validity(new DateRange(null, JUNE)).reference("C-2"));

        assertThat(changed.id()).isEqualTo(agreed.id());
        assertThat(changed.active()).isTrue();
        assertThat(changed.appliesOn(JUNE.minusDays(1))).isTrue();
        assertThat(changed.appliesOn(JUNE)).isFalse();
        assertThat(prices.history(agreed.id()))
                .extracting(HistoryEntry::code)
                .containsExactly(
                        "contract-price.agreed",
                        "contract-price.withdrawn",
                        "contract-price.reinstated",
                        "contract-price.changed");
    }

    @Test
    void a_beginning_on_the_very_first_day_is_no_beginning() {
        ContractPrice agreed = prices.agree(office.siam.id(), price("USD 1"));

        assertThat(prices.agree(office.siam.id(), price("USD 1").validity(DateRange.startingOn(PriceEntry.SINCE_EVER))))
                .isEqualTo(agreed);
    }

    @Test
    void no_day_has_two_prices_in_a_currency() {
        ContractPrice may = prices.agree(office.siam.id(), price("USD 1").validity(DateRange.of(MAY, JUNE)));

        assertThat(violations(() -> prices.agreeAll(
                        office.siam.id(),
                        List.of(
                                price("USD 2").validity(DateRange.startingOn(JUNE.minusDays(1))),
                                price("USD 3").validity(DateRange.startingOn(JUNE)),
                                price("THB 90")))))
                .containsExactly(tuple("prices[0].validity", "overlap"), tuple("prices[1].validity", "overlap"));
        ContractPrice june = prices.agree(office.siam.id(), price("USD 3").validity(DateRange.startingOn(JUNE)));
        prices.withdraw(may.id());
        prices.agree(office.siam.id(), price("USD 4").validity(DateRange.of(MAY.plusDays(1), JUNE)));
        assertThat(violations(() -> prices.reinstate(may.id()))).containsExactly(tuple("validity", "overlap"));
        assertThat(prices.reinstate(june.id())).isEqualTo(june);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_nothing_is_kept() {
        List<Object> before = office.office.dump(AgreementOffice.ALL);
        ProductId nowhere = new ProductId(new UUID(3, 3));

        assertThat(violations(() -> prices.agreeAll(
                        office.siam.id(),
                        List.of(
                                price("USD 1"),
                                NewContractPrice.of(nowhere, BigMoney.parse("USD -1")),
                                price("USD 0.0000001").unit(" ").reference(" "),
                                price("USD 1").validity(DateRange.startingOn(LocalDate.of(999, 1, 1))),
                                price("USD 2")))))
                .containsExactly(
                        tuple("prices[1].price", "negative"),
                        tuple("prices[2].reference", "plain-text"),
                        tuple("prices[2].unit", "plain-text"),
                        tuple("prices[2].price", "unit-price-scale"),
                        tuple("prices[3].validity", "out-of-range"),
                        tuple("prices[1].product", "not-found"),
                        tuple("prices[4]", "price-twice"));
        assertThat(office.office.dump(AgreementOffice.ALL)).isEqualTo(before);
    }

    @Test
    @SuppressWarnings("NullAway") // what binding a request body without checks can lead to
    void what_a_host_left_out_is_refused_like_any_other_mistake() {
        assertThat(violations(() -> prices.agree(office.siam.id(), new NewContractPrice(null, null, null, null, null))))
                .extracting(t -> t.toList().get(0))
                .containsExactly("prices[0].price", "prices[0].product", "prices[0].validity");
    }

    @Test
    void an_account_that_is_not_there_and_too_many_prices_are_refused() {
        AccountId nobody = new AccountId(new UUID(3, 3));

        assertThatThrownBy(() -> prices.agree(nobody, price("USD 1"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> prices.agreeAll(office.siam.id(), Collections.nCopies(1_001, price("USD 1"))))
                .isInstanceOf(LimitExceededException.class);
        assertThat(prices.agreeAll(office.siam.id(), List.of())).isEmpty();
    }

    @Test
    void zero_is_a_price() {
        assertThat(prices.agree(office.siam.id(), NewContractPrice.of(office.tile, BigMoney.zero(CurrencyUnit.USD)))
                        .price()
                        .isZero())
                .isTrue();
    }

    private NewContractPrice price(String amount) {
        return NewContractPrice.of(office.tile, BigMoney.parse(amount));
    }
}
