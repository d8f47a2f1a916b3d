package org.guesscheck.core.kernel;

import java.math.BigDecimal;
import java.util.Optional;
import org.guesscheck.core.network.Network;

/**
 * How the weights of a group of 16 draws lie, in vectors of 16 numbers, one weight of every draw each; immutable. All that
 * draws, stores or reads weights asks here.
 *
 * <p>The order, which is part of the determinism contract: depth 1 row by row; depth 2 for every hidden unit its column of W_1,
 * then its row of W_2; deeper, W_1 column by column, then every other factor row by row. Numbers are drawn in pairs of vectors:
 * a group that is drawn at once, whole, is padded to an even number of vectors at its end. A larger group of depth 3 and more is
 * drawn factor by factor, in tiles, and padded at the end of every factor. In {@link Coordinates#GRAM}, every factor lies column by
 * column, and a larger group of any depth is drawn factor by factor.
 *
 * <p>How many vectors are drawn in one call ({@link #batch}, {@link #tile}, {@link #tileUnits}) decides speed alone, but for
 * {@link Coordinates#GRAM}: there, Gram sums are made of one sum for each tile, so that tiles belong to the contract.
 */
public final class WeightLayout {
    /** Vectors of weights, 32 KiB, up to which a group is drawn whole. */
    private static final int WHOLE = 512;

    /** Vectors of weights in one tile: 25 KiB, so that tile, features and sums share a first-level cache. */
    private static final int TILE = 400;

    /** Vectors of weights drawn at once for several small groups: 19 KiB, so that their products fit beside them. */
    private static final int BATCH = 304;

    private static final int LARGEST_BATCH = 16;

    private final int factors;
    private final Shape first;
    private final Shape middle;
    private final Shape last;
    private final Order order;
    private final double weights;
    private final long vectors;
    private final boolean whole;

    /** Sizes of a factor. */
    private record Shape(int rows, int columns) {
        long size() {
            return (long) rows * columns;
        }
    }

    /** How the first factor lies. */
    private enum Order {
        /** Row by row, as all others. */
        ROWS,
        /** Column by column. */
        COLUMNS,
        /** Column by column, as all others. */
        ALL_COLUMNS,
        /** Column by column, and after each the row of the second factor that belongs to the same hidden unit. */
        UNITS
    }

    /**
     * A weight.
     *
     * @param factor its factor, from 0 on
     * @param row its row there
     * @param column its column there
     */
    public record Place(int factor, int row, int column) {}

    private WeightLayout(int factors, Shape first, Shape middle, Shape last, Order order, boolean canBeWhole) {
        this.factors = factors;
        this.first = first;
        this.middle = middle;
        this.last = last;
        this.order = order;
        long between = Math.max(0, factors - 2);
        // In double precision, since three sizes multiplied may be more than a long holds.
        double ends = factors == 0 ? 0 : factors == 1 ? first.size() : (double) first.size() + last.size();
        weights = ends + (double) middle.size() * between;
        boolean countable = weights < Long.MAX_VALUE / 2;
        long together = countable ? even((long) weights) : Long.MAX_VALUE;
        whole = canBeWhole && together <= WHOLE;
        boolean byFactors = order == Order.COLUMNS || order == Order.ALL_COLUMNS;
        boolean apart = countable && !whole && byFactors && factors > 1;
        vectors = apart ? even(first.size()) + even(middle.size()) * between + even(last.size()) : together;
    }

    /**
     * The layout of a network's weights.
     *
     * @param rows rows m of the product
     * @param cols columns m' of the product
     * @param network the network
     * @return the layout
     * @throws IllegalArgumentException if the network has 2^31 weights or more
     */
    public static WeightLayout of(int rows, int cols, Network network) {
        int width = network.width();
        Shape product = new Shape(rows, cols);
        WeightLayout layout = network.depth() == 1
                ? new WeightLayout(1, product, product, product, Order.ROWS, true)
                : new WeightLayout(
                        network.depth(),
                        new Shape(rows, width),
                        new Shape(width, width),
                        new Shape(width, cols),
                        network.depth() == 2 ? Order.UNITS : Order.COLUMNS,
                        true);
        return layout.countable(network);
    }

    /**
     * The layout of a network in {@link Coordinates#GRAM}: as many normals for every factor but the last as there are rows and
     * hidden units, then rows times columns for the last one, all column by column.
     *
     * @param rows rows m of the product
     * @param cols columns m' of the product
     * @param network the network, of depth 2 or more
     * @return the layout
     * @throws IllegalArgumentException if there are 2^31 numbers or more
     */
    public static WeightLayout reduced(int rows, int cols, Network network) {
        Shape hidden = new Shape(rows, network.width());
        return new WeightLayout(network.depth(), hidden, hidden, new Shape(rows, cols), Order.ALL_COLUMNS, true)
                .countable(network);
    }

    /**
     * The layout of {@link #reduced} without the last factor, for an estimator that draws hidden features alone; every factor is
     * drawn and padded by itself.
     *
     * @param rows rows m of the product
     * @param network the network, of depth 2 or more
     * @return the layout
     */
    public static WeightLayout reducedFeatures(int rows, Network network) {
        Shape hidden = new Shape(rows, network.width());
        return new WeightLayout(network.depth() - 1, hidden, hidden, hidden, Order.ALL_COLUMNS, false);
    }

    private WeightLayout countable(Network network) {
        if (weights >= Integer.MAX_VALUE || vectors > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("width: " + network.width() + " at depth " + network.depth() + " has "
                    + new BigDecimal(weights).toPlainString() + " weights; below 2^31 is allowed");
        }
        return this;
    }

    /**
     * The layout of all factors but the last, for an estimator that draws hidden features alone: W_1 column by column, then
     * every hidden factor row by row, each drawn and padded by itself.
     *
     * @param rows rows m of the product
     * @param network the network
     * @return the layout, of no factor for depth 1
     */
    public static WeightLayout ofFeatures(int rows, Network network) {
        Shape hidden = new Shape(network.width(), network.width());
        return new WeightLayout(
                network.depth() - 1, new Shape(rows, network.width()), hidden, hidden, Order.COLUMNS, false);
    }

    /**
     * The number of vectors that must be drawn to have so many: the next even one.
     *
     * @param vectors how many are wanted
     * @return how many are drawn
     */
    public static int drawn(int vectors) {
        return vectors + (vectors & 1);
    }

    private static long even(long count) {
        return count + (count & 1);
    }

    /**
     * The number of factors.
     *
     * @return the network's depth; one less for features
     */
    public int factors() {
        return factors;
    }

    /**
     * The weights of one draw, without padding.
     *
     * @return a whole number
     */
    public double weights() {
        return weights;
    }

    /**
     * The vectors of a group, padding included.
     *
     * @return an even number
     * @throws ArithmeticException if it is 2^31 or more, which {@link #of} refuses
     */
    public int vectors() {
        return Math.toIntExact(vectors);
    }

    /**
     * Whether a group is drawn at once instead of tile by tile.
     *
     * @return true for small networks
     */
    public boolean whole() {
        return whole;
    }

    /**
     * The groups that are drawn in one call: an even number, since groups are judged in pairs, or 1.
     *
     * @return 1 to 16
     */
    public int batch() {
        boolean pairFits = whole && 2 * vectors <= WHOLE;
        return pairFits ? Math.clamp(BATCH / vectors & ~1, 2, LARGEST_BATCH) : 1;
    }

    /**
     * The vectors of a tile of a factor that is copied and not multiplied: the first one of a large group.
     *
     * @return an even number
     */
    public int tile() {
        return TILE;
    }

    /**
     * The hidden units of a tile of a factor that is multiplied, of a large group: an even number, so that no tile but a
     * factor's last ends within a pair of vectors.
     *
     * @return at least 2
     */
    public int tileUnits() {
        return (int) Math.max(2, TILE / widestUnit() & ~1);
    }

    /** Vectors of the unit that has most. */
    private long widestUnit() {
        return switch (order) {
            case ROWS -> last.columns;
            case ALL_COLUMNS -> first.rows;
            case COLUMNS -> factors == 1 ? first.rows : Math.max(first.columns, last.columns);
            case UNITS -> (long) first.rows + last.columns;
        };
    }

    /**
     * The vectors of weights that lie in memory at once.
     *
     * @return the size of a batch of groups or of the largest tile, even
     */
    public long atOnce() {
        return whole ? batch() * vectors : Math.max(TILE, tileUnits() * widestUnit());
    }

    /**
     * The rows of a factor.
     *
     * @param factor which, from 0 on
     * @return m for the first
     */
    public int rows(int factor) {
        return shape(factor).rows;
    }

    /**
     * The columns of a factor.
     *
     * @param factor which, from 0 on
     * @return m' for a network's last
     */
    public int columns(int factor) {
        return shape(factor).columns;
    }

    private Shape shape(int factor) {
        return factor == 0 ? first : factor == factors - 1 ? last : middle;
    }

    /**
     * The vector of a factor's weight in row 0 and column 0.
     *
     * @param factor which, from 0 on
     * @return vectors from the start of the group
     */
    public int first(int factor) {
        if (factor == 0) {
            return 0;
        }
        if (order == Order.UNITS) {
            return first.rows;
        }
        return (int) (padded(first) + (factor - 1L) * padded(middle));
    }

    private long padded(Shape shape) {
        return whole ? shape.size() : even(shape.size());
    }

    /**
     * The vectors from a weight to the one in the next row of the same column.
     *
     * @param factor which, from 0 on
     * @return at least 1
     */
    public int rowStride(int factor) {
        if (byColumns(factor)) {
            return 1;
        }
        return order == Order.UNITS ? first.rows + last.columns : columns(factor);
    }

    /**
     * The vectors from a weight to the one in the next column of the same row.
     *
     * @param factor which, from 0 on
     * @return at least 1
     */
    public int columnStride(int factor) {
        if (!byColumns(factor)) {
            return 1;
        }
        return order == Order.UNITS ? first.rows + last.columns : rows(factor);
    }

    private boolean byColumns(int factor) {
        return order == Order.ALL_COLUMNS || factor == 0 && order != Order.ROWS;
    }

    /**
     * The vector of a weight.
     *
     * @param factor its factor, from 0 on
     * @param row its row there
     * @param column its column there
     * @return vectors from the start of the group
     */
    public int position(int factor, int row, int column) {
        return first(factor) + row * rowStride(factor) + column * columnStride(factor);
    }

    /**
     * The weight that a vector holds, the inverse of {@link #position}.
     *
     * @param vector vectors from the start of the group, 0 to {@link #vectors} exclusive
     * @return the weight, or none where the vector is padding
     */
    public Optional<Place> place(int vector) {
        int factor = factorOf(vector);
        int offset = vector - first(factor);
        boolean byColumns = byColumns(factor);
        int stride = byColumns ? columnStride(factor) : rowStride(factor);
        int row = byColumns ? offset % stride : offset / stride;
        int column = byColumns ? offset / stride : offset % stride;
        boolean weight = row < rows(factor) && column < columns(factor);
        return weight ? Optional.of(new Place(factor, row, column)) : Optional.empty();
    }

    private int factorOf(int vector) {
        if (order == Order.UNITS) {
            return vector % (first.rows + last.columns) < first.rows ? 0 : 1;
        }
        long after = vector - padded(first);
        return after < 0 ? 0 : (int) Math.min(factors - 1, 1 + after / padded(middle));
    }
}
