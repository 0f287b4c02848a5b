/**
 * The text as PostgreSQL can store it: NUL characters and unpaired surrogates become U+FFFD. Length and all offsets stay
 * the same, so quotes of it can still be checked against it.
 */
export const storableText = (text: string): string => {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed()
  return wellFormed.includes("\0") ? wellFormed.replaceAll("\0", "\uFFFD") : wellFormed
}
