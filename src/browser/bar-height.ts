/**
 * What stays at the top grows with the reader’s type and spacing; places jumped to stand below it. Grown too
 * large it scrolls away.
 */
const largestShare = 0.3;
const bar = document.querySelector<HTMLElement>('.site');
if (bar !== null) {
  new ResizeObserver(() => {
    bar.style.position = '';
    const { position, insetBlockStart } = getComputedStyle(bar);
    const wanted = position === 'sticky' ? bar.offsetHeight + Number.parseFloat(insetBlockStart) : 0;
    const height = wanted > innerHeight * largestShare ? 0 : wanted;
    if (wanted > height) bar.style.position = 'static';
    document.documentElement.style.setProperty('--bar', `${height}px`);
  }).observe(bar);
}

export {};
