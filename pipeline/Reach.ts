/** How far the work on one input is, for the line that shows progress. */
export class Reach {
  /** 0 at the beginning, 1 at the end. */
  share = 0
  private from = 0
  private to = 1

  /** The work that follows takes the input from one share to another; `done` counts within it. */
  stage(from: number, to: number): void {
    this.from = from
    this.to = to
  }

  done(part: number): void {
    this.share = this.from + (this.to - this.from) * Math.min(1, part)
  }
}
