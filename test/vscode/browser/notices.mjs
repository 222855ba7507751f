// What VS Code has told a person in a notice, also where the notice has gone again.
//
// It watches the window from the moment on that it is asked to; a reload of the window ends the watching.

/**
 * Begins to watch, and returns what reads the words of all notices since then, the oldest first.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<() => Promise<string[]>>}
 */
export async function watchNotices(page) {
  const seen = await page.evaluateHandle(() => {
    /** @type {Map<Element, string>} */
    const words = new Map();
    const look = () => {
      for (const toast of document.querySelectorAll('.notifications-toasts .notification-toast')) {
        const said = toast.querySelector('.notification-list-item-message')?.textContent;
        if (said) words.set(toast, said);
      }
    };
    new window.MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    look();
    return words;
  });
  return () => seen.evaluate((words) => [...words.values()]);
}
