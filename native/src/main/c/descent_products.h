// Products of gradient descent, with each product and sum rounded by itself: tiles of registers, inner products and combinations of
// rows. A part of descent.c.
#ifndef GUESSCHECK_DESCENT_PRODUCTS_H
#define GUESSCHECK_DESCENT_PRODUCTS_H

#include "lanes.h"

// ---- products ----

// out[r][c] = sum over u of a[r][u] b[u][c]. Strides count floats.
typedef struct {
    int rows, units, cols;
    const float *a;
    int64_t a_row, a_unit;
    const float *b;
    int64_t b_unit, b_col;
    float *out;
    int64_t out_row;
} product;

// Size of the largest tile of sums that fits the registers.
enum { TILE_COLS = 5, TILE_ROWS = VECTOR_BYTES == 32 ? 2 : 5 };

// Rows and cols are constants wherever this function is inlined.
INLINE void tile(const product *p, const float *a, const float *b, float *out, const int rows, const int cols) {
    for (int h = 0; h < LOGICAL; h += LANES) {
        const float *au = a + h, *bu = b + h;
        floats sum[TILE_ROWS][TILE_COLS], factor[TILE_COLS];
#pragma GCC unroll 5
        for (int c = 0; c < cols; c++) {
            factor[c] = load(bu + c * p->b_col);
        }
#pragma GCC unroll 5
        for (int r = 0; r < rows; r++) {
            floats left = load(au + r * p->a_row);
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                sum[r][c] = left * factor[c];
            }
        }
        for (int u = 1; u < p->units; u++) {
            au += p->a_unit;
            bu += p->b_unit;
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                factor[c] = load(bu + c * p->b_col);
            }
#pragma GCC unroll 5
            for (int r = 0; r < rows; r++) {
                floats left = load(au + r * p->a_row);
#pragma GCC unroll 5
                for (int c = 0; c < cols; c++) {
                    sum[r][c] = sum[r][c] + left * factor[c];
                }
            }
        }
#pragma GCC unroll 5
        for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                store(out + h + r * p->out_row + LOGICAL * c, sum[r][c]);
            }
        }
    }
}

#define TILE(rows, cols)                     \
    case 8 * (rows) + (cols):                \
        tile(p, a, b, out, (rows), (cols)); \
        break;
#define TILES_OF(rows) TILE(rows, 1) TILE(rows, 2) TILE(rows, 3) TILE(rows, 4) TILE(rows, 5)

static void sized_tile(const product *p, const float *a, const float *b, float *out, int rows, int cols) {
    switch (8 * rows + cols) {
        TILES_OF(1)
        TILES_OF(2)
#if VECTOR_BYTES != 32
        TILES_OF(3)
        TILES_OF(4)
        TILES_OF(5)
#endif
    }
}

// Rows and columns are cut into tiles of nearly equal size.
static void multiply(const product *p) {
    int down = (p->rows + TILE_ROWS - 1) / TILE_ROWS;
    int across = (p->cols + TILE_COLS - 1) / TILE_COLS;
    for (int i = 0, r = 0; i < down; i++) {
        int rows = (p->rows - r) / (down - i);
        for (int j = 0, c = 0; j < across; j++) {
            int cols = (p->cols - c) / (across - j);
            sized_tile(p, p->a + r * p->a_row, p->b + c * p->b_col, p->out + r * p->out_row + LOGICAL * c, rows, cols);
            c += cols;
        }
        r += rows;
    }
}

// ---- inner products ----

// Inner products that are computed at a time, each with eight sums in registers.
enum { MOST_DOTS = VECTOR_BYTES == 32 ? 1 : 3 };

// Number e of a row of others: a vector of lanes, or a float for all lanes.
INLINE floats other(const float *others, int64_t e, int h, const int shared) {
    return shared ? all(others[e]) : load(others + LOGICAL * e + h);
}

INLINE floats tree(const floats *s) { return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7])); }

// The tree of eight of the sixteen partial sums, of which the first has number from.
INLINE void eight(const float *x, const float *y, int length, int whole, int from, int h, floats *out, const int count,
                  const int shared) {
    floats sum[MOST_DOTS][8];
#pragma GCC unroll 8
    for (int p = 0; p < 8; p++) {
        floats left = load(x + LOGICAL * (from + p) + h);
#pragma GCC unroll 3
        for (int t = 0; t < count; t++) {
            sum[t][p] = left * other(y, (int64_t)t * length + from + p, h, shared);
        }
    }
    for (int e = 16 + from; e < whole; e += 16) {
#pragma GCC unroll 8
        for (int p = 0; p < 8; p++) {
            floats left = load(x + LOGICAL * (int64_t)(e + p) + h);
#pragma GCC unroll 3
            for (int t = 0; t < count; t++) {
                sum[t][p] = sum[t][p] + left * other(y, (int64_t)t * length + e + p, h, shared);
            }
        }
    }
#pragma GCC unroll 3
    for (int t = 0; t < count; t++) {
        out[t] = tree(sum[t]);
    }
}

// out[t] = inner product of x and row t of y, for t < count.
INLINE void dots_of(const float *x, const float *y, int length, float *out, const int count, const int shared) {
    const int whole = length & -16;
    for (int h = 0; h < LOGICAL; h += LANES) {
        floats total[MOST_DOTS] = {{0}}, high[MOST_DOTS], rest[MOST_DOTS];
        if (whole > 0) {
            eight(x, y, length, whole, 0, h, total, count, shared);
            eight(x, y, length, whole, 8, h, high, count, shared);
#pragma GCC unroll 3
            for (int t = 0; t < count; t++) {
                total[t] = total[t] + high[t];
            }
        }
        if (whole < length) {
            floats left = load(x + LOGICAL * (int64_t)whole + h);
#pragma GCC unroll 3
            for (int t = 0; t < count; t++) {
                rest[t] = left * other(y, (int64_t)t * length + whole, h, shared);
            }
            for (int e = whole + 1; e < length; e++) {
                left = load(x + LOGICAL * (int64_t)e + h);
#pragma GCC unroll 3
                for (int t = 0; t < count; t++) {
                    rest[t] = rest[t] + left * other(y, (int64_t)t * length + e, h, shared);
                }
            }
#pragma GCC unroll 3
            for (int t = 0; t < count; t++) {
                total[t] = whole > 0 ? total[t] + rest[t] : rest[t];
            }
        }
#pragma GCC unroll 3
        for (int t = 0; t < count; t++) {
            store(out + LOGICAL * t + h, total[t]);
        }
    }
}

INLINE void dots(const float *x, const float *y, int length, float *out, int count, const int shared) {
    const int64_t row = (shared ? 1 : LOGICAL) * (int64_t)length;
    int t = 0;
    for (; t + MOST_DOTS <= count; t += MOST_DOTS) {
        dots_of(x, y + t * row, length, out + LOGICAL * t, MOST_DOTS, shared);
    }
    for (; t < count; t++) {
        dots_of(x, y + t * row, length, out + LOGICAL * t, 1, shared);
    }
}

// ---- combinations of rows ----

// Columns that are summed at a time: enough independent sums to hide the latency of an addition.
enum { MOST_COLUMNS = 8 };

// out[c] = sum over r of coefficients[r] rows[r][c], for c < cols.
INLINE void columns_of(const float *coefficients, const float *rows, int count, int64_t next, float *out, const int cols,
                       const int shared) {
    for (int h = 0; h < LOGICAL; h += LANES) {
        floats sum[MOST_COLUMNS];
        floats coefficient = load(coefficients + h);
#pragma GCC unroll 8
        for (int c = 0; c < cols; c++) {
            sum[c] = coefficient * other(rows, c, h, shared);
        }
        const float *row = rows;
        for (int r = 1; r < count; r++) {
            row += next;
            coefficient = load(coefficients + LOGICAL * (int64_t)r + h);
#pragma GCC unroll 8
            for (int c = 0; c < cols; c++) {
                sum[c] = sum[c] + coefficient * other(row, c, h, shared);
            }
        }
#pragma GCC unroll 8
        for (int c = 0; c < cols; c++) {
            store(out + LOGICAL * c + h, sum[c]);
        }
    }
}

#define COLUMNS(cols)                                                          \
    case (cols):                                                               \
        columns_of(coefficients, from, count, row, out + LOGICAL * (int64_t)c, (cols), shared); \
        break;

INLINE void combine(const float *coefficients, const float *rows, int count, int length, float *out, const int shared) {
    const int width = shared ? 1 : LOGICAL;
    const int64_t row = width * (int64_t)length;
    const int pieces = (length + MOST_COLUMNS - 1) / MOST_COLUMNS;
    for (int i = 0, c = 0; i < pieces; i++) {
        int cols = (length - c) / (pieces - i);
        const float *from = rows + width * (int64_t)c;
        switch (cols) {
            COLUMNS(1)
            COLUMNS(2)
            COLUMNS(3)
            COLUMNS(4)
            COLUMNS(5)
            COLUMNS(6)
            COLUMNS(7)
            COLUMNS(8)
        }
        c += cols;
    }
}

#endif
