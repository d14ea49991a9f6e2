/**
 * Days off and made-up working days as the State Council announces them each autumn for the year to come
 * (国务院办公厅关于部分节假日安排的通知). `off` may include weekends; `work` are weekend days worked in exchange.
 * A test compares every year with the package chinese-days and fails when that knows a year missing here.
 *
 * Our own table and not that package at run time: it reads a day as UTC midnight and answers for the day before in
 * any time zone west of Greenwich, and it cannot say which years it knows.
 */
export const holidays: Readonly<Record<string, { readonly off: string; readonly work: string }>> = {
  2023: {
    off: '01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06',
    work: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  2024: {
    off: '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
    work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
    work: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    off: '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
    work: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
}

/**
 * For a year not announced: the days fixed by date in 全国年节及纪念日放假办法 (as revised 2024). The lunar festivals
 * are left to count as working days, so a deadline computed early errs on the early side, never on the late one.
 */
export const fixedHolidays = '01-01 05-01..05-02 10-01..10-03'
