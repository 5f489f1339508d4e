package io.github.crmkit.pricebook;

import static io.github.crmkit.access.TestOffice.SOMCHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crmkit.access.AccessDeniedException;
import io.github.crmkit.access.AccessPolicy;
import io.github.crmkit.access.Action;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.kernel.RuleViolationsException;
import io.github.crmkit.kernel.Violation;
import io.github.crmkit.pricebook.PriceBookService.EditPriceBook;
import io.github.crmkit.pricebook.PriceBookService.NewPriceBook;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Deriving a book changes those above it, so that whoever derives must see and be allowed to change them. */
class PriceBookAccessTest {

    /** May change all but books of this name, or does not even see those. */
    private record AllBut(String name, boolean seen) implements AccessPolicy {

        @Override
        public <T> Criteria<T> visible(Caller caller, EntityType<T, ?> type) {
            if (seen || !type.name().equals(PriceBooks.TYPE.name())) {
                return Criteria.all();
            }
            @SuppressWarnings("unchecked") // the type was compared by its name
            Criteria<T> others = (Criteria<T>) PriceBookFields.NAME.notEqualTo(name);
            return others;
        }

        @Override
        public <T> boolean may(Caller caller, Action action, EntityType<T, ?> type, T subject) {
            return !(subject instanceof PriceBook book && book.name().equals(name));
        }
    }

    private final TestOffice office = TestOffice.open();
    private final PriceBookService all = new PriceBookService(office.deskOf(SOMCHAI));
    private final PriceBook top = all.open(NewPriceBook.of("Top", CurrencyUnit.USD));
    private final PriceBook middle =
            all.open(NewPriceBook.of("Middle", CurrencyUnit.USD).derivedFrom(top.id(), PriceFormula.same()));
    private final PriceBook alone = all.open(NewPriceBook.of("Alone", CurrencyUnit.USD));

    @Test
    void a_chain_with_a_book_that_may_not_be_changed_is_not_extended() {
        PriceBookService books = under(new AllBut("Top", true));
        List<Object> before = office.dump(List.of(PriceBooks.TYPE));

        assertThatThrownBy(() -> books.open(
                        NewPriceBook.of("New", CurrencyUnit.USD).derivedFrom(middle.id(), PriceFormula.same())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> books.edit(EditPriceBook.of(alone).derivedFrom(middle.id(), PriceFormula.same())))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(office.dump(List.of(PriceBooks.TYPE))).isEqualTo(before);
        assertThat(books.edit(EditPriceBook.of(middle).name("Center")).name()).isEqualTo("Center");
    }

    @Test
    void a_chain_with_a_hidden_book_is_refused_as_one_that_leads_nowhere() {
        PriceBookService books = under(new AllBut("Top", false));

        for (PriceBook base : List.of(top, middle)) {
            RuleViolationsException refused = catchThrowableOfType(
                    RuleViolationsException.class,
                    () -> books.edit(EditPriceBook.of(alone).derivedFrom(base.id(), PriceFormula.same())));
            assertThat(refused.violations()).extracting(Violation::code).containsExactly("not-found");
        }
    }

    private PriceBookService under(AccessPolicy policy) {
        return new PriceBookService(office.under(policy).deskOf(SOMCHAI));
    }
}
