/** How long the page says what was copied, in milliseconds. */
const shownFor = 8_000;
let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Copies a text and says so where everybody notices: in the page’s status line, which screen readers
 * read out.
 *
 * @returns whether the browser let us
 */
export async function copy(text: string): Promise<boolean> {
  const status = document.querySelector<HTMLElement>('[data-status]');
  // Over plain http there is no clipboard.
  const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
  const copied = await written.then(
    () => true,
    () => false,
  );
  if (status !== null) {
    // Emptied first: the same words twice are read out once.
    status.textContent = '';
    requestAnimationFrame(() => {
      status.textContent = (copied ? status.dataset.done : status.dataset.failed) ?? '';
    });
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      status.textContent = '';
    }, shownFor);
  }
  return copied;
}

/*
 * Links without language: a click copies them and marks the place in the address. Where copying is not
 * to be had they are links like any other, and so they are with a modifier key or in the context menu.
 */
if (navigator.clipboard !== undefined) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.mark')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      history.replaceState(history.state, '', link.hash);
      // Where the browser forbids it, the link is one like any other.
      void copy(link.href).then((copied) => {
        if (!copied) location.assign(link.href);
      });
    });
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.dataset.ready = '';
    button.addEventListener('click', () => void copy(button.dataset.copy ?? ''));
  }
  const label = document.querySelector<HTMLElement>('[data-copy-code]')?.dataset.copyCode;
  if (label !== undefined)
    for (const block of document.querySelectorAll<HTMLElement>('.text pre')) addCopyButton(block, label);
}

/** A button in the margin below what is verbatim. In a table there is no such margin. */
function addCopyButton(block: HTMLElement, label: string): void {
  if (block.closest('td, th') !== null) return;
  const frame = document.createElement('div');
  const button = document.createElement('button');
  frame.className = 'verbatim';
  button.type = 'button';
  button.lang = document.documentElement.lang;
  button.textContent = label;
  button.addEventListener('click', () => void copy(block.innerText.trimEnd()));
  block.replaceWith(frame);
  frame.append(block, button);
}
