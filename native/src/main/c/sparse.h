// Products of a sparse matrix and dense ones, one block of rows at a time.
#ifndef GUESSCHECK_SPARSE_H
#define GUESSCHECK_SPARSE_H

#include <stdint.h>

#include "kernels.h"

enum {
    STRIP = 64,   // columns of a product that are summed in registers
    PART = 128,  // length of the sums between two additions across lanes
};

// A block of rows in tiles. Within each tile the rows come by rising number of entries, so that the loops over one row's
// entries after another have lengths that the processor predicts; tiles are so wide that their packed rows fit the first-level
// cache.
typedef struct {
    const int32_t *columns;  // of every entry, rising within a row
    const int32_t *row;      // for every tile its rows, counted in the block,
    const int32_t *first;    // the first entry of each in the tile
    const int32_t *count;    // and how many it has there
    int32_t tiles, rows, cols;
} sparse_block;

// Every kernel: result, name, arguments. Dense matrices lie row by row with rows of the given length. Memory for packed rows
// is given as scratch: STRIP, or PART, floats for each row and each column of the block.
//
// sample: values of entry e = row of a times row of b; a starts with the block's rows.
// spread: columns first to first + STRIP - 1 of c = the block times b; c starts with the block's rows.
#define SPARSE_KERNELS(X)                                                                                                \
    X(sample, (const sparse_block *s, int length, const float *a, const float *b, float *values, float *scratch))      \
    X(spread, (const sparse_block *s, const float *values, int length, int first, const float *b, float *c, float *scratch))

typedef struct {
#define KERNEL(name, arguments) void(*name) arguments;
    SPARSE_KERNELS(KERNEL)
#undef KERNEL
} sparse_table;

#define TIER(name) extern const sparse_table sparse_##name;
TIERS(TIER)
#undef TIER

// The kernels of a tier, counted as in kernels.h.
const sparse_table *sparse_tier(int index);

#endif
