// Random words and weights from the prior: the generator, the normal transform and uniform weights. A part of kernels.c.
#ifndef GUESSCHECK_PRIOR_H
#define GUESSCHECK_PRIOR_H

#include "kernels.h"
#include "lanes.h"
#include "polynomials.h"

// One step of xoroshiro128++ in every lane; the word is rotl(a + b, 17) + a.
#define STEP(word, a, b)                      \
    do {                                      \
        (word) = ROTATED((a) + (b), 17) + (a); \
        words mixed = (a) ^ (b);              \
        (a) = ROTATED((a), 49) ^ mixed ^ mixed << 21; \
        (b) = ROTATED(mixed, 28);             \
    } while (0)

// Box and Muller's transform as NormalPolynomial describes it, in a pipeline. Each pass completes one pair of vectors and does one
// step for each of the four pairs after it, so that the chain from word to radius never stalls.
static void normals(generator *g, float *out, int vectors) {
    for (int h = 0; h < LOGICAL; h += LANES) {
        words ua = load_words(g->state + h / 2);
        words ub = load_words(g->state + 8 + h / 2);
        words wa = load_words(g->state + 16 + h / 2);
        words wb = load_words(g->state + 24 + h / 2);
        floats r = load(g->radius + h);
        floats e = load(g->square + h);
        floats p = load(g->partial + h);
        floats x = load(g->mantissa + h);
        floats d = load(g->exponent + h);
        ints b = load_ints(g->bits + h);
        float *to = out + h;
        for (int v = 0; v < vectors; v += 2, to += 2 * LOGICAL) {
            // The angle of the pair that is completed, and its two normals.
            words angle;
            STEP(angle, wa, wb);
            ints w = (ints)angle;
            floats t = as_floats((w & 0x7fffff) | 0x3f800000) - 1.5f;
            floats q = t * t;
            floats s = mul_add(q, mul_add(q, mul_add(q, all(SINE3), all(SINE2)), all(SINE1)), all(SINE0)) * t;
            floats c = mul_add(q, mul_add(q, mul_add(q, all(-COSINE3), all(-COSINE2)), all(-COSINE1)), all(-COSINE0));
            floats plus = as_floats(as_ints(r) ^ (w & INT32_MIN));
            floats a = plus * s;
            store(to, a * c);
            store(to + LOGICAL, neg_mul_add(a, s, plus));
            // One step for each of the pairs after it: radius; its square; the upper half of the polynomial; a new word.
            r = root(e);
            e = mul_add(p, x, all(RADIUS3));
            e = mul_add(e, x, all(RADIUS2));
            e = mul_add(e, x, all(RADIUS1));
            e = mul_add(e, x, all(RADIUS0));
            e = mul_add(d, all(KE), e);
            d = to_floats(b - 0x4f000000);
            x = as_floats((b & 0x7fffff) | 0x3f800000) - 1.5f;
            p = mul_add(x, mul_add(x, mul_add(x, all(RADIUS7), all(RADIUS6)), all(RADIUS5)), all(RADIUS4));
            words radius;
            STEP(radius, ua, ub);
            b = as_ints(to_floats(((ints)radius & 0x7fffffff) | 1));
        }
        store_words(g->state + h / 2, ua);
        store_words(g->state + 8 + h / 2, ub);
        store_words(g->state + 16 + h / 2, wa);
        store_words(g->state + 24 + h / 2, wb);
        store(g->radius + h, r);
        store(g->square + h, e);
        store(g->partial + h, p);
        store(g->mantissa + h, x);
        store(g->exponent + h, d);
        store_ints(g->bits + h, b);
    }
}

// Uniform weights: odd multiples of 2^-24 in (-1, 1).
static void uniforms(generator *g, float *out, int vectors) {
    for (int h = 0; h < LOGICAL; h += LANES) {
        words ua = load_words(g->state + h / 2);
        words ub = load_words(g->state + 8 + h / 2);
        words wa = load_words(g->state + 16 + h / 2);
        words wb = load_words(g->state + 24 + h / 2);
        float *to = out + h;
        for (int v = 0; v < vectors; v += 2, to += 2 * LOGICAL) {
            words u, w;
            STEP(u, ua, ub);
            STEP(w, wa, wb);
            store(to, to_floats(((ints)u >> 7) | 1) * 0x1p-24f);
            store(to + LOGICAL, to_floats(((ints)w >> 7) | 1) * 0x1p-24f);
        }
        store_words(g->state + h / 2, ua);
        store_words(g->state + 8 + h / 2, ub);
        store_words(g->state + 16 + h / 2, wa);
        store_words(g->state + 24 + h / 2, wb);
    }
}

static void fill(generator *g, int uniform, float *out, int vectors) {
    if (uniform) {
        uniforms(g, out, vectors);
    } else {
        normals(g, out, vectors);
    }
}

// Fills the pipeline of a generator whose state is set. The pairs that it gives meanwhile are discarded.
static void start(generator *g, int uniform) {
    if (uniform) {
        return;
    }
    for (int l = 0; l < LOGICAL; l++) {
        g->radius[l] = 0;
        g->square[l] = 1;
        g->partial[l] = 0;
        g->mantissa[l] = 0;
        g->exponent[l] = -1e6f;
        g->bits[l] = 0x4e000000;
    }
    float discarded[2 * PIPELINE * LOGICAL];
    normals(g, discarded, 2 * PIPELINE);
}

#endif
