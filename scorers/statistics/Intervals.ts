/** Both ends of a 95 % interval. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Standard normal quantile at 97.5 %. */
const z = 1.959963984540054

/**
 * 95 % interval of a share of `n` (Wilson), `n` ≥ 1. `share` (0–1) may be a mean of partial credits: those vary less than
 * ones and zeros with the same mean, so the interval is wide enough for them too.
 */
export function wilson(share: number, n: number): Interval {
  const centre = share + z * z / (2 * n)
  const reach = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
  const scale = 1 + z * z / n
  // At 0 and 1 the ends are exact; rounding must not push them across.
  return { low: share === 0 ? 0 : Math.max(0, (centre - reach) / scale), high: share === 1 ? 1 : Math.min(1, (centre + reach) / scale) }
}

/**
 * 95 % interval of a mean of `n` ≥ 2 values with sample standard deviation `spread` (Student's t). `null` where all values are the
 * same: the formula would then give an interval without width, a certainty that a handful of equal values cannot carry.
 */
export function meanInterval(mean: number, spread: number, n: number): Interval | null {
  if (spread === 0) return null
  const reach = studentT(n - 1) * spread / Math.sqrt(n)
  return { low: mean - reach, high: mean + reach }
}

const quantiles = new Map<number, number>()

/** Quantile of Student's t at 97.5 % for a whole number of degrees of freedom ≥ 1; right to nine digits. */
export function studentT(freedom: number): number {
  let quantile = quantiles.get(freedom)
  if (quantile === undefined) {
    quantile = freedom > 200 ? expanded(freedom) : solved(freedom)
    quantiles.set(freedom, quantile)
  }
  return quantile
}

/** Cornish–Fisher expansion (Abramowitz and Stegun 26.7.5). */
function expanded(v: number): number {
  return z + (z ** 3 + z) / (4 * v) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92_160 * v ** 4)
}

/** By bisection over the angle whose tangent is t/√v. */
function solved(v: number): number {
  let low = 0
  let high = Math.PI / 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (within(middle, v) < 0.95) low = middle
    else high = middle
  }
  return Math.tan(low) * Math.sqrt(v)
}

/** Probability that |t| stays below √v·tan(angle) (Abramowitz and Stegun 26.7.3 and 26.7.4). */
function within(angle: number, v: number): number {
  const cosine = Math.cos(angle)
  const odd = v % 2 === 1
  let term = odd ? cosine : 1
  let sum = v === 1 ? 0 : term
  for (let k = odd ? 3 : 2; k < v; k += 2) {
    term *= (k - 1) / k * cosine * cosine
    sum += term
  }
  return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
}
