// Sparse products, compiled once for each tier. Sums have the same order on all tiers: sixteen lanes, added in one tree.
#include "sparse.h"

#include <string.h>

#include "lanes.h"

enum { STEPS = LOGICAL / LANES };

// packed[r] = floats first to first + count - 1 of row r, then zeros up to the stride.
INLINE void pack(const float *matrix, int length, int first, int count, int rows, float *packed, int stride) {
    for (int r = 0; r < rows; r++) {
        const float *from = matrix + (int64_t)r * length + first;
        float *to = packed + (int64_t)r * stride;
        if (count == stride) {
            for (int k = 0; k < stride; k += LANES) {
                store(to + k, load(from + k));
            }
        } else {
            memcpy(to, from, sizeof(float) * (size_t)count);
            memset(to + count, 0, sizeof(float) * (size_t)(stride - count));
        }
    }
}

// sums[v] += sum over e of values[e] * packed[columns[e]][v], for STRIP columns v.
INLINE void strip(const uint16_t *columns, const float *values, int count, const float *packed, float *sums) {
    floats s[STRIP / LANES];
    for (int v = 0; v < STRIP / LANES; v++) {
        s[v] = load(sums + v * LANES);
    }
    for (int e = 0; e < count; e++) {
        const float *row = packed + (int64_t)columns[e] * STRIP;
        floats value = all(values[e]);
        for (int v = 0; v < STRIP / LANES; v++) {
            s[v] = mul_add(value, load(row + v * LANES), s[v]);
        }
    }
    for (int v = 0; v < STRIP / LANES; v++) {
        store(sums + v * LANES, s[v]);
    }
}

static void spread(const sparse_block *s, const float *tiled, int length, int first, const float *b, float *c, float *scratch) {
    const int count = length - first < STRIP ? length - first : STRIP;
    float *packed = scratch;
    float *sums = scratch + (int64_t)s->cols * STRIP;
    pack(b, length, first, count, s->cols, packed, STRIP);
    memset(sums, 0, sizeof(float) * STRIP * (size_t)s->rows);
    const int32_t *row = s->row, *entries = s->count;
    const uint16_t *columns = s->columns;
    for (int t = 0; t < s->tiles; t++) {
        const float *others = packed + (int64_t)t * s->width * STRIP;
        for (int r = 0; r < s->rows; r++, row++, entries++) {
            strip(columns, tiled, *entries, others, sums + (int64_t)*row * STRIP);
            columns += *entries;
            tiled += *entries;
        }
    }
    for (int r = 0; r < s->rows; r++) {
        memcpy(c + (int64_t)r * length + first, sums + (int64_t)r * STRIP, sizeof(float) * (size_t)count);
    }
}

static void arrange(const sparse_block *s, const float *values, float *tiled) {
    for (int64_t run = 0; run < (int64_t)s->tiles * s->rows; run++) {
        for (int e = 0; e < s->count[run]; e++) {
            *tiled++ = values[s->first[run] + e];
        }
    }
}

typedef float quarter __attribute__((vector_size(16)));
typedef quarter unaligned_quarter __attribute__((aligned(4), may_alias));

// Four sums over sixteen lanes l0 to l15. Each is (t0 + t2) + (t1 + t3), where quarter q has t_q = (l4q + l4q+2) + (l4q+1 + l4q+3).
#if defined(__AVX512F__)
INLINE quarter across(const floats s[4][STEPS]) {
    __m512 a = s[0][0], b = s[1][0], c = s[2][0], d = s[3][0];
    __m512 ab = _mm512_add_ps(_mm512_unpacklo_ps(a, b), _mm512_unpackhi_ps(a, b));
    __m512 cd = _mm512_add_ps(_mm512_unpacklo_ps(c, d), _mm512_unpackhi_ps(c, d));
    __m512 t = _mm512_add_ps(_mm512_shuffle_ps(ab, cd, 0x44), _mm512_shuffle_ps(ab, cd, 0xee));
    __m256 halves = _mm256_add_ps(_mm512_castps512_ps256(t), _mm512_extractf32x8_ps(t, 1));
    return _mm_add_ps(_mm256_castps256_ps128(halves), _mm256_extractf128_ps(halves, 1));
}
#elif defined(__AVX2__)
INLINE __m256 quarters(__m256 a, __m256 b, __m256 c, __m256 d) {
    __m256 ab = _mm256_add_ps(_mm256_unpacklo_ps(a, b), _mm256_unpackhi_ps(a, b));
    __m256 cd = _mm256_add_ps(_mm256_unpacklo_ps(c, d), _mm256_unpackhi_ps(c, d));
    return _mm256_add_ps(_mm256_shuffle_ps(ab, cd, 0x44), _mm256_shuffle_ps(ab, cd, 0xee));
}
INLINE quarter across(const floats s[4][STEPS]) {
    __m256 halves = _mm256_add_ps(quarters(s[0][0], s[1][0], s[2][0], s[3][0]), quarters(s[0][1], s[1][1], s[2][1], s[3][1]));
    return _mm_add_ps(_mm256_castps256_ps128(halves), _mm256_extractf128_ps(halves, 1));
}
#else
INLINE quarter summed(floats a, floats b, floats c, floats d) {
    float32x4_t ab = vaddq_f32(vzip1q_f32(a, b), vzip2q_f32(a, b));
    float32x4_t cd = vaddq_f32(vzip1q_f32(c, d), vzip2q_f32(c, d));
    return vaddq_f32(vcombine_f32(vget_low_f32(ab), vget_low_f32(cd)), vcombine_f32(vget_high_f32(ab), vget_high_f32(cd)));
}
INLINE quarter across(const floats s[4][STEPS]) {
    quarter t[STEPS];
    for (int q = 0; q < STEPS; q++) {
        t[q] = summed(s[0][q], s[1][q], s[2][q], s[3][q]);
    }
    return (t[0] + t[2]) + (t[1] + t[3]);
}
#endif

// values[r] (+)= inner product of one part of a row with the same part of row columns[r], for up to four rows.
INLINE void up_to_four(int few, const uint16_t *columns, const floats *part, const float *packed, float *values, bool fresh) {
    const float *others[4];
    for (int r = 0; r < few; r++) {
        others[r] = packed + (int64_t)columns[r] * PART;
    }
    floats s[4][STEPS] = {0};
    for (int v = 0; v < PART / LANES; v++) {
        for (int r = 0; r < few; r++) {
            s[r][v % STEPS] = mul_add(part[v], load(others[r] + v * LANES), s[r][v % STEPS]);
        }
    }
    quarter sums = across(s);
    if (few == 4) {
        unaligned_quarter *to = (unaligned_quarter *)(void *)values;
        *to = fresh ? sums : (quarter)*to + sums;
    } else {
        for (int r = 0; r < few; r++) {
            values[r] = fresh ? sums[r] : values[r] + sums[r];
        }
    }
}

// The same for all entries of a row in a tile. The part stays in registers if they are wide enough.
INLINE void run(const uint16_t *columns, int count, const float *row, const float *packed, float *values, bool fresh) {
    floats part[PART / LANES];
    for (int v = 0; v < PART / LANES; v++) {
        part[v] = load(row + v * LANES);
    }
    for (; count >= 4; count -= 4, columns += 4, values += 4) {
        up_to_four(4, columns, part, packed, values, fresh);
    }
    switch (count) {
        case 3: up_to_four(3, columns, part, packed, values, fresh); break;
        case 2: up_to_four(2, columns, part, packed, values, fresh); break;
        case 1: up_to_four(1, columns, part, packed, values, fresh); break;
        default: break;
    }
}

INLINE void parts(const sparse_block *s, const float *rows, const float *packed, float *tiled, bool fresh) {
    const int32_t *row = s->row, *entries = s->count;
    const uint16_t *columns = s->columns;
    for (int t = 0; t < s->tiles; t++) {
        const float *others = packed + (int64_t)t * s->width * PART;
        for (int r = 0; r < s->rows; r++, row++, entries++) {
            run(columns, *entries, rows + (int64_t)*row * PART, others, tiled, fresh);
            columns += *entries;
            tiled += *entries;
        }
    }
}

static void sample(const sparse_block *s, int length, const float *a, const float *b, float *values, float *tiled, float *scratch) {
    float *others = scratch;
    float *rows = scratch + (int64_t)s->cols * PART;
    for (int first = 0; first < length; first += PART) {
        int count = length - first < PART ? length - first : PART;
        pack(b, length, first, count, s->cols, others, PART);
        pack(a, length, first, count, s->rows, rows, PART);
        if (first == 0) {
            parts(s, rows, others, tiled, true);
        } else {
            parts(s, rows, others, tiled, false);
        }
    }
    for (int64_t run = 0; run < (int64_t)s->tiles * s->rows; run++) {
        for (int e = 0; e < s->count[run]; e++) {
            values[s->first[run] + e] = *tiled++;
        }
    }
}

#define JOINED(a, b) a##b
#define TABLE_OF(tier) JOINED(sparse_, tier)

const sparse_table TABLE_OF(KERNEL_TIER) = {
#define KERNEL(name, arguments) .name = name,
    SPARSE_KERNELS(KERNEL)
#undef KERNEL
};
