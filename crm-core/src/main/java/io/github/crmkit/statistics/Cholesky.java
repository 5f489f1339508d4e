package io.github.crmkit.statistics;

/**
 * Solves a system of linear equations whose matrix is symmetric and positive definite. Nothing else of linear algebra is
 * needed here, and the libraries that offer it weigh from 0.7 to 2 MB and bring no module descriptor.
 */
final class Cholesky {

    private Cholesky() {}

    /**
     * The x with A x = b, by A = L Lᵀ.
     *
     * @param a the matrix, of which the lower triangle is read and overwritten by L
     * @param b the right-hand side, which is kept
     * @throws ArithmeticException where A is not positive definite to working precision
     */
    static double[] solve(double[][] a, double[] b) {
        int size = b.length;
        for (int column = 0; column < size; column++) {
            for (int row = column; row < size; row++) {
                double left = a[row][column] - dot(a[row], a[column], column);
                if (row > column) {
                    a[row][column] = left / a[column][column];
                } else if (left > 0) {
                    a[row][row] = Math.sqrt(left);
                } else {
                    throw new ArithmeticException("the matrix is not positive definite");
                }
            }
        }
        double[] x = b.clone();
        for (int row = 0; row < size; row++) {
            x[row] = (x[row] - dot(a[row], x, row)) / a[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int below = row + 1; below < size; below++) {
                x[row] -= a[below][row] * x[below];
            }
            x[row] /= a[row][row];
        }
        return x;
    }

    private static double dot(double[] one, double[] other, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
