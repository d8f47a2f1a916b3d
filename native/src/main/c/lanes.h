// One hardware vector of the tier for which this file is compiled, and the operations that the compiler's vector types lack.
// A logical vector always has 16 lanes. Kernels process it in 16 / LANES steps.
#ifndef GUESSCHECK_LANES_H
#define GUESSCHECK_LANES_H

#include <stdbool.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#if defined(__AVX512F__)
#define VECTOR_BYTES 64
#elif defined(__AVX2__)
#define VECTOR_BYTES 32
#else
#define VECTOR_BYTES 16
#endif
#define LANES (VECTOR_BYTES / 4)
#define INLINE static inline __attribute__((always_inline))

typedef float floats __attribute__((vector_size(VECTOR_BYTES)));
typedef int32_t ints __attribute__((vector_size(VECTOR_BYTES)));
typedef uint64_t words __attribute__((vector_size(VECTOR_BYTES)));

// Arrays of the Java heap may be unaligned, and their numbers may be read as another type.
typedef floats unaligned_floats __attribute__((aligned(4), may_alias));
typedef ints unaligned_ints __attribute__((aligned(4), may_alias));
typedef words unaligned_words __attribute__((aligned(4), may_alias));

INLINE floats load(const float *from) { return *(const unaligned_floats *)from; }
INLINE void store(float *to, floats value) { *(unaligned_floats *)to = value; }
INLINE ints load_ints(const int32_t *from) { return *(const unaligned_ints *)from; }
INLINE void store_ints(int32_t *to, ints value) { *(unaligned_ints *)to = value; }
INLINE words load_words(const uint64_t *from) { return *(const unaligned_words *)from; }
INLINE void store_words(uint64_t *to, words value) { *(unaligned_words *)to = value; }

INLINE floats all(float value) { return value - (floats){0}; }
INLINE floats as_floats(ints bits) { return (floats)bits; }
INLINE ints as_ints(floats value) { return (ints)value; }
INLINE floats to_floats(ints value) { return __builtin_convertvector(value, floats); }
// For each lane: a if its mask is -1, b if it is 0.
INLINE floats chosen_of(ints mask, floats a, floats b) { return as_floats((as_ints(a) & mask) | (as_ints(b) & ~mask)); }

// mul_add(a, b, c) = a b + c and neg_mul_add(a, b, c) = c - a b, rounded once. If b is NaN, lesser and greater return NaN. NaN is below nothing.
#if defined(__AVX512F__)
INLINE floats mul_add(floats a, floats b, floats c) { return _mm512_fmadd_ps(a, b, c); }
INLINE floats neg_mul_add(floats a, floats b, floats c) { return _mm512_fnmadd_ps(a, b, c); }
INLINE floats root(floats a) { return _mm512_sqrt_ps(a); }
INLINE floats lesser(floats a, floats b) { return _mm512_min_ps(a, b); }
INLINE floats greater(floats a, floats b) { return _mm512_max_ps(a, b); }
INLINE bool any_below(floats a, floats b) { return _mm512_cmp_ps_mask(a, b, _CMP_LT_OQ) != 0; }
INLINE bool all_below(floats a, floats b) { return _mm512_cmp_ps_mask(a, b, _CMP_LT_OQ) == 0xffff; }
#define ROTATED(value, bits) ((words)_mm512_rol_epi64((__m512i)(value), bits))
#elif defined(__AVX2__)
INLINE floats mul_add(floats a, floats b, floats c) { return _mm256_fmadd_ps(a, b, c); }
INLINE floats neg_mul_add(floats a, floats b, floats c) { return _mm256_fnmadd_ps(a, b, c); }
INLINE floats root(floats a) { return _mm256_sqrt_ps(a); }
INLINE floats lesser(floats a, floats b) { return _mm256_min_ps(a, b); }
INLINE floats greater(floats a, floats b) { return _mm256_max_ps(a, b); }
INLINE bool any_below(floats a, floats b) { return _mm256_movemask_ps(_mm256_cmp_ps(a, b, _CMP_LT_OQ)) != 0; }
INLINE bool all_below(floats a, floats b) { return _mm256_movemask_ps(_mm256_cmp_ps(a, b, _CMP_LT_OQ)) == 0xff; }
#elif defined(__aarch64__)
INLINE floats mul_add(floats a, floats b, floats c) { return vfmaq_f32(c, a, b); }
INLINE floats neg_mul_add(floats a, floats b, floats c) { return vfmsq_f32(c, a, b); }
INLINE floats root(floats a) { return vsqrtq_f32(a); }
INLINE floats lesser(floats a, floats b) { return vminq_f32(a, b); }
INLINE floats greater(floats a, floats b) { return vmaxq_f32(a, b); }
INLINE bool any_below(floats a, floats b) { return vmaxvq_u32(vcltq_f32(a, b)) != 0; }
INLINE bool all_below(floats a, floats b) { return vminvq_u32(vcltq_f32(a, b)) != 0; }
#else
#error "no tier of kernels for this processor"
#endif

// x, or factor * x if the sign bit of x is set.
#if defined(__AVX512F__)
INLINE floats times_if_negative(floats x, float factor) {
    return _mm512_mask_mul_ps(x, _mm512_movepi32_mask((__m512i)x), x, _mm512_set1_ps(factor));
}
#else
INLINE floats times_if_negative(floats x, float factor) {
    ints negative = as_ints(x) >> 31;
    ints one = as_ints(all(1));
    return x * as_floats((negative & (as_ints(all(factor)) ^ one)) ^ one);
}
#endif

#ifndef ROTATED
#define ROTATED(value, bits) ((value) << (bits) | (value) >> (64 - (bits)))
#endif

#endif
