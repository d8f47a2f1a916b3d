// Products of a sparse matrix and dense matrices, for one block of rows of the sparse matrix.
#ifndef GUESSCHECK_SPARSE_H
#define GUESSCHECK_SPARSE_H

#include <stdint.h>

#include "kernels.h"

enum {
    STRIP = 64,   // columns of a product that are summed in registers
    PART = 128,  // terms of a sum between two additions across lanes
};

// A block of rows, cut into tiles of columns. A tile is so wide that its packed rows stay in a cache. The entries lie tile by tile,
// in the order of the kernels' loops, so that they stream from memory. Within a tile, rows have the order of their number of
// entries, so that the processor can predict the lengths of the loops over a row's entries.
typedef struct {
    const int32_t *row;       // for every tile: its rows, counted from the block's first row,
    const int32_t *first;     // the first entry of each row in the tile, counted in the matrix row by row,
    const int32_t *count;     // and its number of entries in the tile
    const uint16_t *columns;  // the column of every entry, counted from the tile's first column
    int32_t tiles, width, rows, cols;
} sparse_block;

// The block in memory: tiles, width, rows, cols, then the arrays row, first, count and columns.
static inline sparse_block block_at(const int32_t *memory) {
    const int64_t runs = (int64_t)memory[0] * memory[2];
    const int32_t *row = memory + 4;
    return (sparse_block){
        .row = row, .first = row + runs, .count = row + 2 * runs, .columns = (const uint16_t *)(const void *)(row + 3 * runs),
        .tiles = memory[0], .width = memory[1], .rows = memory[2], .cols = memory[3],
    };
}

// Every kernel: name, arguments. Dense matrices lie row by row with rows of the given length. The array values has the entries in
// the order of the matrix, tiled in the order of the block. Scratch is memory for packed rows: STRIP, or PART, floats for each row
// and each column of the block.
//
// sample: values[e] = inner product of row i of a and row j of b, for the entry e at (i, j). Row 0 of a is the block's first row.
//     Overwrites tiled.
// arrange: tiled = values, in the other order.
// spread: columns first to first + STRIP - 1 of c = S b, with S the block. Row 0 of c is the block's first row.
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

// The kernels of a tier, with the index of kernels.h.
const sparse_table *sparse_tier(int index);

#endif
