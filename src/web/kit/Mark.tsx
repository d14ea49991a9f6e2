/** The pomegranate with a home in it. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path
        fill="var(--acc-500)"
        d="M11.2 2.6 13.6 4.9 16 2l2.4 2.9 2.4-2.3-.8 6.1c4.8 1.3 8 5.2 8 10.3C28 25.4 22.6 30 16 30S4 25.4 4 19c0-5.1 3.2-9 8-10.3z"
      />
      <path fill="var(--n-0)" d="m16 12.8 6.6 5.7v6.3h-4.4v-3.6a2.2 2.2 0 0 0-4.4 0v3.6H9.4v-6.3z" />
    </svg>
  )
}
