package io.github.crmkit.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a rate depends on what is true of a case: log-odds = intercept + the coefficients of what is true, with the
 * coefficients that maximise the likelihood less penalty / 2 × the sum of their squares. The intercept is not penalised.
 *
 * <p>Fitted by Newton's method with halved steps. Rows are put in order and equal ones added up first, and nothing
 * depends on the machine's own exponential, so the same rows in any order give the same bits.
 *
 * @param intercept the log-odds where nothing is true
 * @param coefficients what each property adds to the log-odds
 * @param iterations how many Newton steps were taken
 * @param converged whether no component of the gradient is above {@link #TOLERANCE} times the number of trials
 */
public record LogisticRegression(double intercept, List<Double> coefficients, int iterations, boolean converged) {

    /** The largest component of the gradient, for each trial, at which the fit counts as found. */
    public static final double TOLERANCE = 1e-11;

    /** The most Newton steps; a handful is usual. */
    public static final int MAX_ITERATIONS = 100;

    private static final int MAX_HALVINGS = 40;

    /**
     * What happened to cases of which the same is true.
     *
     * @param active the numbers of the properties that are true, ascending, each once, from 0
     * @param outcome how often it happened
     */
    public record Row(List<Integer> active, Proportion outcome) {

        /** Takes the properties in any order. */
        public Row {
            active = active.stream().sorted().distinct().toList();
        }
    }

    /**
     * The fit to these rows, in any order; rows of which the same is true are added up.
     *
     * @throws IllegalArgumentException where a row names a property outside 0 to {@code properties} − 1, where the
     *     penalty is not positive, or where not both outcomes occur, so that there is no finite fit
     */
    public static LogisticRegression fit(Collection<Row> rows, int properties, double penalty) {
        if (!(penalty > 0) || Double.isInfinite(penalty)) {
            throw new IllegalArgumentException("a penalty is positive");
        }
        List<Row> ordered = inOrder(rows);
        Proportion all = ordered.stream().map(Row::outcome).reduce(Proportion.NONE, Proportion::plus);
        if (all.successes() == 0 || all.failures() == 0) {
            throw new IllegalArgumentException("both outcomes must occur");
        }
        if (ordered.stream().flatMap(row -> row.active.stream()).anyMatch(at -> at < 0 || at >= properties)) {
            throw new IllegalArgumentException("a row names a property that is not there");
        }
        return new Fit(ordered, properties, penalty, TOLERANCE * all.trials()).run();
    }

    /** The log-odds of a case of which these properties, each named once, are true. */
    public double logOdds(Collection<Integer> active) {
        return intercept
                + active.stream().sorted().mapToDouble(coefficients::get).sum();
    }

    /** The probability that belongs to log-odds: 1 / (1 + e^−x), 0 to 1. */
    public static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    private static List<Row> inOrder(Collection<Row> rows) {
        Map<List<Integer>, Proportion> sums = new TreeMap<>(LogisticRegression::compare);
        rows.forEach(row -> sums.merge(row.active, row.outcome, Proportion::plus));
        return sums.entrySet().stream()
                .map(sum -> new Row(sum.getKey(), sum.getValue()))
                .toList();
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        int shorter = Math.min(one.size(), other.size());
        for (int i = 0; i < shorter; i++) {
            int difference = one.get(i).compareTo(other.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Comparator.<Integer>naturalOrder().compare(one.size(), other.size());
    }

    /** One fit; place 0 of each vector is the intercept. */
    private static final class Fit {

        private final int[][] columns;
        private final Proportion[] outcomes;
        private final int size;
        private final double penalty;
        private final double tolerance;

        Fit(List<Row> rows, int properties, double penalty, double tolerance) {
            this.columns = rows.stream().map(Fit::columns).toArray(int[][]::new);
            this.outcomes = rows.stream().map(Row::outcome).toArray(Proportion[]::new);
            this.size = properties + 1;
            this.penalty = penalty;
            this.tolerance = tolerance;
        }

        private static int[] columns(Row row) {
            int[] places = new int[row.active.size() + 1];
            for (int i = 1; i < places.length; i++) {
                places[i] = row.active.get(i - 1) + 1;
            }
            return places;
        }

        LogisticRegression run() {
            double[] at = new double[size];
            for (int steps = 0; ; steps++) {
                double[] gradient = new double[size];
                double[][] curvature = new double[size][size];
                differentiate(at, gradient, curvature);
                boolean flat = Arrays.stream(gradient).allMatch(slope -> Math.abs(slope) <= tolerance);
                if (flat || steps == MAX_ITERATIONS) {
                    return found(at, steps, flat);
                }
                at = climb(at, Cholesky.solve(curvature, gradient));
            }
        }

        private static LogisticRegression found(double[] at, int steps, boolean flat) {
            List<Double> coefficients = new ArrayList<>();
            for (int i = 1; i < at.length; i++) {
                coefficients.add(at[i]);
            }
            return new LogisticRegression(at[0], List.copyOf(coefficients), steps, flat);
        }

        private void differentiate(double[] at, double[] gradient, double[][] curvature) {
            for (int row = 0; row < columns.length; row++) {
                double p = probability(logOdds(columns[row], at));
                double rest = outcomes[row].successes() - outcomes[row].trials() * p;
                double weight = outcomes[row].trials() * p * (1 - p);
                for (int one : columns[row]) {
                    gradient[one] += rest;
                    for (int other : columns[row]) {
                        curvature[one][other] += weight;
                    }
                }
            }
            for (int i = 1; i < size; i++) {
                gradient[i] -= penalty * at[i];
                curvature[i][i] += penalty;
            }
        }

        /** Far from the top a full step may lead downwards; close to it rounding may make it look so. */
        private double[] climb(double[] from, double[] step) {
            double height = height(from);
            double slack = 1e-12 * Math.abs(height);
            double length = 1;
            for (int halvings = 0; halvings < MAX_HALVINGS; halvings++) {
                double[] to = from.clone();
                for (int i = 0; i < size; i++) {
                    to[i] += length * step[i];
                }
                if (height(to) >= height - slack) {
                    return to;
                }
                length /= 2;
            }
            return from;
        }

        private double height(double[] at) {
            double sum = 0;
            for (int row = 0; row < columns.length; row++) {
                double x = logOdds(columns[row], at);
                double softplus = Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
                sum += outcomes[row].successes() * x - outcomes[row].trials() * softplus;
            }
            for (int i = 1; i < size; i++) {
                sum -= penalty / 2 * at[i] * at[i];
            }
            return sum;
        }

        private static double logOdds(int[] columns, double[] at) {
            double sum = 0;
            for (int column : columns) {
                sum += at[column];
            }
            return sum;
        }
    }
}
