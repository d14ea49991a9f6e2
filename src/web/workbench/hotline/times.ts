const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** 14:03, in Shanghai. */
export const clockText = (at: string): string => clock.format(new Date(at))
