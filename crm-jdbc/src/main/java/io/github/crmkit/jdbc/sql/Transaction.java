package io.github.crmkit.jdbc.sql;

import io.github.crmkit.kernel.CrmException;
import io.github.crmkit.storage.StorageFailureException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One open transaction on one connection. Belongs to one thread, and to the unit of work it was made for.
 *
 * <p>After an SQLException it refuses every further statement and can only be undone.
 */
public final class Transaction {

    /** How many rows of a batch are sent at a time. */
    public static final int BATCH = 500;

    /** Binds one row of a batch. */
    @FunctionalInterface
    public interface BatchBinding {

        /** Binds the row of this number, counted from 0. */
        void bind(Parameters to, int row);
    }

    @FunctionalInterface
    private interface Action<R> {
        R run(PreparedStatement statement) throws SQLException;
    }

    private final Connection connection;
    private @Nullable CrmException failure;
    private boolean rollbackOnly;
    private boolean ended;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /** Runs the work to its end, and tells whether it may be kept by returning. */
    <R> R run(Function<Transaction, R> work) {
        try {
            R result = work.apply(this);
            if (failure != null) {
                throw new StorageFailureException(
                        "the unit of work went on after a failure: nothing is stored", failure);
            } else if (rollbackOnly) {
                throw new StorageFailureException("the unit of work was left half done: nothing is stored", null);
            }
            return result;
        } finally {
            ended = true;
        }
    }

    /** The rows that a query finds, in its order. */
    public <R> List<R> list(String sql, Consumer<Parameters> binding, Function<Cells, R> reading) {
        List<R> rows = new ArrayList<>();
        each(sql, binding, cells -> rows.add(reading.apply(cells)));
        return rows;
    }

    /** Reads the rows that a query finds, in its order. */
    public void each(String sql, Consumer<Parameters> binding, Consumer<Cells> reading) {
        execute(sql, null, statement -> {
            binding.accept(new Parameters(statement));
            try (ResultSet result = statement.executeQuery()) {
                Cells cells = new Cells(result);
                while (result.next()) {
                    reading.accept(cells);
                }
                return cells;
            }
        });
    }

    /** Runs a statement that changes rows, and tells how many. */
    public int update(String sql, Constraints constraints, Consumer<Parameters> binding) {
        return execute(sql, constraints, statement -> {
            binding.accept(new Parameters(statement));
            return statement.executeUpdate();
        });
    }

    /** Runs a statement once for each row, {@value #BATCH} at a time. What it changed is not told: drivers lie there. */
    public void batch(String sql, Constraints constraints, int rows, BatchBinding binding) {
        execute(sql, constraints, statement -> {
            Parameters parameters = new Parameters(statement);
            if (rows == 1) { // drivers do more for a batch, even for one of a single row
                binding.bind(parameters, 0);
                statement.executeUpdate();
                return rows;
            }
            for (int row = 0; row < rows; row++) {
                binding.bind(parameters, row);
                statement.addBatch();
                if ((row + 1) % BATCH == 0 || row + 1 == rows) {
                    statement.executeBatch();
                }
            }
            return rows;
        });
    }

    /** From now on this transaction can only be undone. */
    public void setRollbackOnly() {
        rollbackOnly = true;
    }

    private <R> R execute(String sql, @Nullable Constraints constraints, Action<R> action) {
        requireUsable();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return action.run(statement);
        } catch (SQLException e) {
            throw failed(e, constraints);
        } catch (JdbcFault e) {
            throw failed(e.fault(), constraints);
        }
    }

    private CrmException failed(SQLException fault, @Nullable Constraints constraints) {
        CrmException failed = Faults.inStatement(fault, constraints);
        failure = failed;
        return failed;
    }

    private void requireUsable() {
        if (ended) {
            throw new IllegalStateException("the unit of work has ended");
        } else if (failure != null) {
            throw new StorageFailureException("the unit of work has failed and can only be undone", failure);
        }
    }
}
