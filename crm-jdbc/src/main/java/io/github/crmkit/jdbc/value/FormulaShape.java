package io.github.crmkit.jdbc.value;

import io.github.crmkit.jdbc.json.JsonObject;
import io.github.crmkit.jdbc.json.JsonOut;
import io.github.crmkit.jdbc.json.JsonShape;
import io.github.crmkit.money.Percent;
import io.github.crmkit.pricebook.PriceFormula;
import io.github.crmkit.pricebook.PriceRounding;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What makes a price from another one, part by part; amounts in plain digits. */
public final class FormulaShape implements JsonShape<PriceFormula> {

    @Override
    public void write(JsonOut to, PriceFormula formula) {
        to.text("adjust", formula.adjust())
                .text("percent", formula.percent().value().toPlainString())
                .text("rounding", formula.rounding())
                .text("surcharge", formula.surcharge().toPlainString())
                .text("minimumMargin", digits(formula.minimumMargin()))
                .text("maximumMargin", digits(formula.maximumMargin()));
    }

    @Override
    public PriceFormula read(JsonObject from, int version) {
        PriceFormula.Adjust adjust = PriceFormula.Adjust.valueOf(from.text("adjust"));
        Percent percent = Percent.of(from.text("percent"));
        String rounding = from.optional("rounding");
        return new PriceFormula(
                adjust,
                percent,
                rounding == null ? null : PriceRounding.parse(rounding),
                new BigDecimal(from.text("surcharge")),
                amount(from.optional("minimumMargin")),
                amount(from.optional("maximumMargin")));
    }

    private static @Nullable String digits(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static @Nullable BigDecimal amount(@Nullable String digits) {
        return digits == null ? null : new BigDecimal(digits);
    }
}
