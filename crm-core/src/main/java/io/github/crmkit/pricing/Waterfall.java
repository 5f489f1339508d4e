package io.github.crmkit.pricing;

import io.github.crmkit.catalog.Bundle;
import io.github.crmkit.catalog.Form;
import io.github.crmkit.money.CurrencyMismatchException;
import io.github.crmkit.money.Percent;
import io.github.crmkit.money.Quantity;
import io.github.crmkit.money.UnitPrice;
import io.github.crmkit.price.NetPrice;
import io.github.crmkit.price.NetResult;
import io.github.crmkit.price.NoPrice;
import io.github.crmkit.price.Price;
import io.github.crmkit.price.PriceResult;
import io.github.crmkit.price.PriceStep;
import io.github.crmkit.pricebook.PriceEntry;
import io.github.crmkit.term.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The way to the price of one line, in its order: what rules it out; the price of the book, in tiers and derived; the price
 * that was agreed with the account in its place; the term; the rule sets; the discount that was asked for; floor and ceiling;
 * and beside all that the price given by hand. The same way leads to the proven price and to the bare one, but for lines so plain
 * that their {@link Card} knows the bare one by itself.
 */
final class Waterfall {

    private final PriceSheet sheet;
    private final Line line;
    private final RuleEffects.Totals totals;
    private final Running running;
    private final BookStage book;
    private List<RuleEffects.Grant> grants = List.of();
    private @Nullable RuleStage rules;
    private PriceSheet.@Nullable Contracted contract;
    private @Nullable BigDecimal list;

    Waterfall(PriceSheet sheet, Line line, RuleEffects.Totals totals, boolean proves) {
        this.sheet = sheet;
        this.line = line;
        this.totals = totals;
        this.running = new Running(sheet.book().currency(), proves);
        this.book = new BookStage(sheet, line, running);
    }

    /** The price with its proof. */
    PriceResult prove(RoundingMode rounding) {
        Failure failure = calculate();
        if (failure != null) {
            return none(failure, true);
        }
        UnitPrice manual = line.request.manualPrice().orElse(null);
        UnitPrice calculated = UnitPrice.of(running.currency(), running.value());
        Quantity per = Quantity.of(running.per());
        if (manual != null) {
            running.become(manual.amount(), BigDecimal.ONE);
            running.tell(PriceStep.Kind.MANUAL, null, null, manual.amount().toPlainString());
        }
        Money amount =
                manual == null ? calculated.times(line.quantity, per, rounding) : manual.times(line.quantity, rounding);
        return new Price(
                line.product.id(),
                line.unit,
                line.quantity,
                listPrice(calculated),
                calculated,
                per,
                manual,
                amount,
                running.steps(),
                new Rejections(sheet, line, book, contract, rules).all(running.steps(), null));
    }

    /** The price without its proof. */
    NetResult net(RoundingMode rounding) {
        Failure failure = calculate();
        if (failure != null) {
            return none(failure, false);
        }
        CurrencyUnit currency = running.currency();
        BigDecimal net = running.value();
        BigDecimal per = running.per();
        if (line.request.manual() != null) {
            net = line.request.manual().getAmount();
            per = BigDecimal.ONE;
        }
        BigDecimal exact = net.multiply(line.quantity.value());
        int decimals = currency.getDecimalPlaces();
        BigDecimal amount = per.compareTo(BigDecimal.ONE) == 0
                ? exact.setScale(decimals, rounding)
                : exact.divide(per, decimals, rounding);
        return new NetPrice(line.product.id(), currency, net, per, amount);
    }

    /** The goods that rules give for the line. */
    List<RuleEffects.Grant> grants() {
        return grants;
    }

    private UnitPrice listPrice(UnitPrice calculated) {
        return list == null ? calculated : UnitPrice.of(running.currency(), list);
    }

    private NoPrice none(Failure failure, boolean proves) {
        return new NoPrice(
                line.product.id(),
                line.unit,
                line.quantity,
                failure.reason(),
                failure.message(),
                proves ? new Rejections(sheet, line, book, contract, rules).all(List.of(), failure) : List.of());
    }

    private @Nullable Failure calculate() {
        requireCurrency();
        Failure ruledOut = ruledOut();
        if (ruledOut != null) {
            return ruledOut;
        }
        try {
            Failure failure = stages();
            return failure == null && running.value().signum() < 0 ? Failure.of(NoPrice.Reason.NEGATIVE) : failure;
        } catch (Running.OutOfRange tooLarge) {
            return Failure.of(NoPrice.Reason.OUT_OF_RANGE);
        }
    }

    private void requireCurrency() {
        if (line.request.manual() != null) {
            CurrencyUnit of = line.request.manual().getCurrencyUnit();
            if (!of.equals(sheet.book().currency())) {
                throw new CurrencyMismatchException(sheet.book().currency(), of);
            }
        }
    }

    private @Nullable Failure ruledOut() {
        if (!sheet.book().active()) {
            return Failure.of(NoPrice.Reason.BOOK_INACTIVE);
        }
        if (!sheet.book().validity().contains(line.date)) {
            return Failure.of(NoPrice.Reason.BOOK_NOT_VALID);
        }
        if (!line.product.isActive()) {
            return Failure.of(NoPrice.Reason.PRODUCT_ARCHIVED);
        }
        if (!line.product.isForSale(line.date)) {
            return Failure.of(NoPrice.Reason.NOT_ON_SALE);
        }
        Form form = line.product.form();
        if (form instanceof Form.Model) {
            return Failure.of(NoPrice.Reason.MODEL_NOT_SOLD);
        }
        if (form instanceof Bundle bundle && bundle.pricedOn() == Bundle.PricedOn.PARTS) {
            return Failure.of(NoPrice.Reason.PRICED_BY_PARTS);
        }
        Fraction periods = line.periods();
        return periods != null && periods.equals(Fraction.ZERO) ? Failure.of(NoPrice.Reason.TERM_EMPTY) : null;
    }

    private @Nullable Failure stages() {
        Failure missing = book.price();
        if (missing == null && (running.proves() || !line.card.rules.isEmpty())) {
            list = book.list();
        }
        Contracts contracts = new Contracts(sheet, line);
        contract = contracts.find();
        if (contract != null) {
            if (missing != null) {
                running.restart(sheet.book().currency());
                missing = null;
            }
            Failure tie = contracts.price(running);
            if (tie != null) {
                return tie;
            }
            list = list == null ? running.value() : list;
        }
        if (missing != null && !missing.isOnlyMissing()) {
            return missing;
        }
        if (missing == null) {
            Stages.prorate(running, line);
        } else {
            running.restart(sheet.book().currency());
        }
        Failure failure = rules(missing == null ? Failure.of(NoPrice.Reason.NO_ENTRY) : missing);
        if (failure != null) {
            return failure;
        }
        if (running.isAbsent()) {
            return missing;
        }
        finish();
        return null;
    }

    private @Nullable Failure rules(Failure missing) {
        if (line.card.rules.isEmpty()) {
            return null;
        }
        RuleEffects effects = new RuleEffects(line, missing, list, totals);
        RuleStage stage = new RuleStage(line.card.rules.select(sheet.context(line)), running, effects);
        rules = stage;
        Failure failure = stage.run();
        grants = effects.grants();
        return failure;
    }

    private void finish() {
        BigDecimal points = line.request.discount();
        if (points != null) {
            Stages.percent(running, Percent.of(points), PriceStep.Kind.DISCOUNT, null, null);
        }
        PriceEntry bounding = contract == null ? book.bounding() : null;
        if (bounding != null) {
            Stages.bound(running, line, bounding);
        }
    }
}
