package io.github.crmkit.jdbc;

import io.github.crmkit.Crm;
import io.github.crmkit.access.TestOffice;
import io.github.crmkit.jdbc.testing.Engine;
import io.github.crmkit.jdbc.testing.MigratedDatabase;
import io.github.crmkit.kernel.Caller;
import io.github.crmkit.quote.CouponRace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many quotes that share a coupon are accepted at once. */
class QuoteRaceOnDatabasesTest {

    @ParameterizedTest
    @EnumSource(Engine.class)
    void as_many_quotes_are_accepted_as_the_coupon_has_uses_and_the_others_stay_as_they_were(Engine engine)
            throws Exception {
        CouponRace.run(Crm.on(MigratedDatabase.of(engine).storage())
                .as(Caller.of(MigratedDatabase.newTenant(), TestOffice.SOMCHAI)));
    }
}
