// The rational function that draws use for tanh of large arguments, and gradient descent for all. A part of kernels.c and descent.c.
#ifndef GUESSCHECK_TANGENT_H
#define GUESSCHECK_TANGENT_H

#include "lanes.h"
#include "polynomials.h"

// tanh as TanhPolynomial describes it: x P(x^2) / Q(x^2), with x clamped.
INLINE floats rational_tangent(floats value) {
    floats x = greater(all(-TANH_CLAMP), lesser(all(TANH_CLAMP), value));
    floats q = x * x;
    floats top = mul_add(q, mul_add(q, mul_add(q, mul_add(q, all(TOP4), all(TOP3)), all(TOP2)), all(TOP1)), all(TOP0));
    floats bottom = mul_add(q, all(BOTTOM4), all(BOTTOM3));
    bottom = mul_add(q, mul_add(q, mul_add(q, bottom, all(BOTTOM2)), all(BOTTOM1)), all(BOTTOM0));
    return x * top / bottom;
}

#endif
