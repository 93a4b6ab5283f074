/** First in the page's tab order, seen only while it has the focus. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed top-1 left-1 z-50 -translate-y-20 rounded-md bg-accent px-3 py-2 text-accent-fg focus:translate-y-0"
    >
      Skip to the content
    </a>
  );
}
