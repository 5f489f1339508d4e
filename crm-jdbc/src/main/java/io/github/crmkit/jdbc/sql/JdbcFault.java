package io.github.crmkit.jdbc.sql;

import java.io.Serial;
import java.sql.SQLException;

/** Carries an SQLException out of a binding or a reading to the transaction, which classifies it. */
final class JdbcFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SQLException fault;

    JdbcFault(SQLException fault) {
        super(fault);
        this.fault = fault;
    }

    SQLException fault() {
        return fault;
    }
}
