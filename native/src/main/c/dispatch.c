// The tiers of kernels that the processor can run, if the operating system saves their registers.
#include "descent.h"
#include "kernels.h"
#include "sparse.h"

#if defined(__x86_64__)
#include <cpuid.h>
#endif

static const kernel_table *const tiers[] = {
#define TIER(name) &kernels_##name,
    TIERS(TIER)
#undef TIER
};

static const sparse_table *const sparse_tiers[] = {
#define TIER(name) &sparse_##name,
    TIERS(TIER)
#undef TIER
};

static const descent_table *const descent_tiers[] = {
#define TIER(name) &descent_##name,
    TIERS(TIER)
#undef TIER
};

int tier_count(void) { return (int)(sizeof tiers / sizeof *tiers); }

const kernel_table *tier(int index) { return tiers[index]; }

const sparse_table *sparse_tier(int index) { return sparse_tiers[index]; }

const descent_table *descent_tier(int index) { return descent_tiers[index]; }

#if defined(__x86_64__)

enum { AVX_STATE = 0x6, AVX512_STATE = 0xe6 };

// XCR0: the register sets that the operating system saves when it switches threads.
static uint32_t saved_registers(void) {
    uint32_t a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_OSXSAVE)) {
        return 0;
    }
    __asm__ volatile("xgetbv" : "=a"(a), "=d"(d) : "c"(0));
    return a;
}

int tier_runs_here(int index) {
    uint32_t a, b, c, d, b7, c7, d7;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !__get_cpuid_count(7, 0, &a, &b7, &c7, &d7)) {
        return 0;
    }
    uint32_t saved = saved_registers();
    int avx2 = (c & bit_FMA) && (b7 & bit_AVX2) && (saved & AVX_STATE) == AVX_STATE;
    if (tiers[index] == &kernels_avx2) {
        return avx2;
    }
    uint32_t needed = bit_AVX512F | bit_AVX512DQ | bit_AVX512BW | bit_AVX512VL;
    return avx2 && (b7 & needed) == needed && (saved & AVX512_STATE) == AVX512_STATE;
}

#else

// Every 64-bit ARM processor has NEON with fused multiply-add.
int tier_runs_here(int index) { return index == 0; }

#endif
