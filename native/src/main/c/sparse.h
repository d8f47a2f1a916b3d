// Products of a sparse matrix and dense ones, one block of rows at a time.
#ifndef GUESSCHECK_SPARSE_H
#define GUESSCHECK_SPARSE_H

#include <stdint.h>

#include "kernels.h"

enum {
    STRIP = 64,   // columns of a product that are summed in registers
    PART = 128,  // length of the sums between two additions across lanes
};

// A block of rows in tiles of columns, which are so wide that a tile's packed rows stay in a cache. The entries lie in the order
// in which kernels meet them, tile by tile, so that they stream from memory. Within each tile the rows come by rising number of
// entries, so that the loops over one row's entries after another have lengths that the processor predicts.
typedef struct {
    const int32_t *row;       // for every tile its rows, counted in the block,
    const int32_t *first;     // the first entry of each in the tile, counted in the matrix row by row,
    const int32_t *count;     // and how many it has there
    const uint16_t *columns;  // of every entry, counted in the tile
    int32_t tiles, width, rows, cols;
} sparse_block;

// A block as it lies in memory: tiles, width, rows, cols, then rows, first entries, counts and columns.
static inline sparse_block block_at(const int32_t *memory) {
    const int64_t runs = (int64_t)memory[0] * memory[2];
    const int32_t *row = memory + 4;
    return (sparse_block){
        .row = row, .first = row + runs, .count = row + 2 * runs, .columns = (const uint16_t *)(const void *)(row + 3 * runs),
        .tiles = memory[0], .width = memory[1], .rows = memory[2], .cols = memory[3],
    };
}

// Every kernel: result, name, arguments. Dense matrices lie row by row with rows of the given length. The values of a block's
// entries lie in the matrix's order, and in tiled in the block's. Memory for packed rows is given as scratch: STRIP, or PART,
// floats for each row and each column of the block.
//
// sample: values of entry e = row of a times row of b; a starts with the block's rows; tiled is overwritten.
// arrange: tiled = values.
// spread: columns first to first + STRIP - 1 of c = the block times b; c starts with the block's rows.
#define SPARSE_KERNELS(X)                                                                                                      \
    X(sample, (const sparse_block *s, int length, const float *a, const float *b, float *values, float *tiled, float *scratch)) \
    X(arrange, (const sparse_block *s, const float *values, float *tiled))                                                    \
    X(spread, (const sparse_block *s, const float *tiled, int length, int first, const float *b, float *c, float *scratch))

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
