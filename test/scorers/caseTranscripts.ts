import type { OpeningHours } from "../../scorers/CaseCalendar.ts"

const day = ["09:00-18:00"]

/** Monday to Friday, nine to six. */
export const workingWeek: OpeningHours = {
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  exceptions: {}
}
