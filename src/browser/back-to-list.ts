/** Links to the list lead back to it as it was filtered in this tab. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-list]')) {
  try {
    link.search = sessionStorage.getItem(`concord-list-${link.pathname}`) ?? '';
  } catch {
    // Without storage the whole list is shown.
  }
}

export {};
