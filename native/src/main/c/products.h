// Products of features and weights: by one factor in blocks of registers, or row by row by all factors. A part of kernels.c.
#ifndef GUESSCHECK_PRODUCTS_H
#define GUESSCHECK_PRODUCTS_H

#include "kernels.h"
#include "lanes.h"

// Size of the largest block of sums that fits the registers.
enum { BLOCK_COLS = 5, BLOCK_ROWS = VECTOR_BYTES == 32 ? 2 : 5 };

// A block of rows x cols sums: out[r][c] (+)= sum over u of y[r][u] w[u][c]. A feature is a vector, or a number where all lanes share
// it. Rows, cols and shared are constants wherever this function is inlined.
INLINE void block(const multiplication *job, const float *y, const float *w, float *out, const int rows, const int cols,
                  const int shared) {
    const int64_t y_row = (shared ? 1 : LOGICAL) * (int64_t)job->y_row;
    const int64_t y_unit = (shared ? 1 : LOGICAL) * (int64_t)job->y_unit;
    const int64_t w_unit = LOGICAL * (int64_t)job->w_unit;
    const int64_t out_row = LOGICAL * (int64_t)job->cols;
    for (int h = 0; h < LOGICAL; h += LANES) {
        floats sum[BLOCK_ROWS][BLOCK_COLS];
#pragma GCC unroll 5
        for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                sum[r][c] = job->fresh ? all(0) : load(out + h + r * out_row + LOGICAL * c);
            }
        }
        const float *yu = shared ? y : y + h;
        const float *wu = w + h;
        for (int u = 0; u < job->units; u++, yu += y_unit, wu += w_unit) {
            floats weight[BLOCK_COLS];
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                weight[c] = load(wu + LOGICAL * c);
            }
#pragma GCC unroll 5
            for (int r = 0; r < rows; r++) {
                floats feature = shared ? all(yu[r * y_row]) : load(yu + r * y_row);
#pragma GCC unroll 5
                for (int c = 0; c < cols; c++) {
                    sum[r][c] = mul_add(feature, weight[c], sum[r][c]);
                }
            }
        }
#pragma GCC unroll 5
        for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                store(out + h + r * out_row + LOGICAL * c, sum[r][c]);
            }
        }
    }
}

#define BLOCK(rows, cols)                               \
    case 8 * (rows) + (cols):                           \
        block(job, y, w, out, (rows), (cols), shared); \
        break;
#define BLOCKS_OF(rows) BLOCK(rows, 1) BLOCK(rows, 2) BLOCK(rows, 3) BLOCK(rows, 4) BLOCK(rows, 5)

INLINE void sized_block(const multiplication *job, const float *y, const float *w, float *out, int rows, int cols,
                        const int shared) {
    switch (8 * rows + cols) {
        BLOCKS_OF(1)
        BLOCKS_OF(2)
#if VECTOR_BYTES != 32
        BLOCKS_OF(3)
        BLOCKS_OF(4)
        BLOCKS_OF(5)
#endif
    }
}

// Rows and columns are cut into blocks of nearly equal size: six columns into three and three, because a block of one column would
// wait for the latency of fma.
INLINE void multiply_blocks(const multiplication *job, const int shared) {
    const int64_t feature = shared ? 1 : LOGICAL;
    int down = (job->rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
    int across = (job->cols + BLOCK_COLS - 1) / BLOCK_COLS;
    for (int g = 0; g < job->groups; g++) {
        const float *y = job->y + feature * g * job->y_group;
        const float *w = job->w + LOGICAL * (int64_t)g * job->w_group;
        float *out = job->out + LOGICAL * (int64_t)g * job->out_group;
        for (int i = 0, r = 0; i < down; i++) {
            int rows = (job->rows - r) / (down - i);
            for (int j = 0, c = 0; j < across; j++) {
                int cols = (job->cols - c) / (across - j);
                sized_block(job, y + feature * r * job->y_row, w + LOGICAL * c,
                            out + LOGICAL * ((int64_t)r * job->cols + c), rows, cols, shared);
                c += cols;
            }
            r += rows;
        }
    }
}

static void multiply(const multiplication *job) { multiply_blocks(job, 0); }

static void multiply_shared(const multiplication *job) { multiply_blocks(job, 1); }

// Rows that are multiplied by several factors together, with their features and sums in registers.
enum { CHAIN_ROWS = VECTOR_BYTES == 32 ? 1 : 3 };

// The sums for a first verdict on a product: inner products with the first measurements and, if normalized, the sum of squares. The
// entries of a row are added in order while they are in registers.
enum { MOST_DOTS = 5 };
typedef struct {
    const float *matrices;  // measurements, rows x entries
    int entries;            // entries of one measurement
    floats dot[MOST_DOTS], squares;
} first_sums;

// Adds an entry of a product. Dots and squared are constants wherever this function is inlined.
INLINE void add_entry(first_sums *sums, floats value, int entry, const int dots, const int squared) {
    const float *coefficient = sums->matrices + entry;
#pragma GCC unroll 5
    for (int i = 0; i < dots; i++) {
        sums->dot[i] = mul_add(value, all(coefficient[i * sums->entries]), sums->dot[i]);
    }
    if (squared) {
        sums->squares = mul_add(value, value, sums->squares);
    }
}

// out[r] = y[r] W_1 ... W_n for some rows r, with n = factors square matrices one after another, in one hardware vector of lanes.
// Rows, cols, dots and squared are constants wherever this function is inlined.
INLINE void chain_rows(const multiplication *first, int factors, const float *y, const float *w, float *out, int entry,
                       first_sums *sums, const int rows, const int cols, const int dots, const int squared) {
    const int64_t y_row = LOGICAL * (int64_t)first->y_row;
    const int64_t y_unit = LOGICAL * (int64_t)first->y_unit;
    const int64_t w_unit = LOGICAL * (int64_t)first->w_unit;
    floats feature[CHAIN_ROWS][BLOCK_COLS];
#pragma GCC unroll 3
    for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
        for (int u = 0; u < cols; u++) {
            feature[r][u] = load(y + r * y_row + u * y_unit);
        }
    }
    for (int f = 0; f < factors; f++) {
        floats sum[CHAIN_ROWS][BLOCK_COLS] = {{{0}}};
#pragma GCC unroll 5
        for (int u = 0; u < cols; u++, w += w_unit) {
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                floats weight = load(w + LOGICAL * c);
#pragma GCC unroll 3
                for (int r = 0; r < rows; r++) {
                    sum[r][c] = mul_add(feature[r][u], weight, sum[r][c]);
                }
            }
        }
#pragma GCC unroll 3
        for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
            for (int c = 0; c < cols; c++) {
                feature[r][c] = sum[r][c];
            }
        }
    }
    first_sums carried = *sums;
#pragma GCC unroll 3
    for (int r = 0; r < rows; r++) {
#pragma GCC unroll 5
        for (int c = 0; c < cols; c++) {
            store(out + LOGICAL * (r * cols + c), feature[r][c]);
            add_entry(&carried, feature[r][c], entry + r * cols + c, dots, squared);
        }
    }
    *sums = carried;
}

#define CHAIN(rows, cols)                                                                         \
    case 8 * (rows) + (cols):                                                                     \
        chain_rows(first, factors, y, w, out, entry, sums, (rows), (cols), dots, squared); \
        break;
#define CHAINS_OF(rows) CHAIN(rows, 1) CHAIN(rows, 2) CHAIN(rows, 3) CHAIN(rows, 4) CHAIN(rows, 5)

INLINE void sized_chain(const multiplication *first, int factors, const float *y, const float *w, float *out, int entry,
                        first_sums *sums, int rows, const int dots, const int squared) {
    switch (8 * rows + first->cols) {
        CHAINS_OF(1)
#if VECTOR_BYTES != 32
        CHAINS_OF(2)
        CHAINS_OF(3)
#endif
    }
}

// The features of one group times several small factors, in one hardware vector of lanes. Sums have the order of multiply().
INLINE void chain(const multiplication *first, int factors, int group, int lane, first_sums *sums, const int dots,
                  const int squared) {
    const float *y = first->y + lane + LOGICAL * (int64_t)group * first->y_group;
    const float *w = first->w + lane + LOGICAL * (int64_t)group * first->w_group;
    float *out = first->out + lane + LOGICAL * (int64_t)group * first->out_group;
    int down = (first->rows + CHAIN_ROWS - 1) / CHAIN_ROWS;
    for (int i = 0, r = 0; i < down; i++) {
        int rows = (first->rows - r) / (down - i);
        int entry = r * first->cols;
        sized_chain(first, factors, y + LOGICAL * (int64_t)r * first->y_row, w, out + LOGICAL * entry, entry, sums, rows, dots,
                    squared);
        r += rows;
    }
}

#endif
