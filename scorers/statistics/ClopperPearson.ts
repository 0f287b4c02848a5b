/**
 * Lower end of the one-sided exact (Clopper–Pearson) interval of a share of which `hits` of `n` were seen: had the true share been lower, as many
 * hits would have come about with a probability below `risk`. 0 ≤ hits ≤ n.
 */
export const leastShare = (hits: number, n: number, risk = 0.05): number => {
  if (hits <= 0) return 0
  let low = 0
  let high = hits / n
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (atLeast(hits, n, middle) < risk) low = middle
    else high = middle
  }
  return low
}

/** Probability of `hits` or more of `n` with a true share of `p`, 0 < p < 1. */
const atLeast = (hits: number, n: number, p: number): number => {
  // Term by term from the likeliest down, in logarithms first: binomial coefficients overflow.
  let term = Math.exp(logChoose(n, hits) + hits * Math.log(p) + (n - hits) * Math.log1p(-p))
  let sum = term
  for (let k = hits + 1; k <= n && term > sum * 1e-17; k++) {
    term *= ((n - k + 1) / k) * (p / (1 - p))
    sum += term
  }
  return Math.min(1, sum)
}

const logChoose = (n: number, k: number): number => {
  let sum = 0
  for (let i = 1; i <= Math.min(k, n - k); i++) sum += Math.log((n - i + 1) / i)
  return sum
}
