/** An arrow from the old value to the new one. */
export function Arrow() {
  return (
    <>
      <span aria-hidden>→</span>
      <span className="sr-only"> to </span>
    </>
  );
}
