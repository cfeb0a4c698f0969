/** The site's icon: a way with three stations, in the course's colour. */
export function favicon(fill: string, onFill: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${fill}"/><path d="M9 23V14a5 5 0 0 1 5-5h9" fill="none" stroke="${onFill}" stroke-width="2.5" stroke-linecap="round"/><circle cx="9" cy="23" r="3.25" fill="${onFill}"/><circle cx="23" cy="9" r="3.25" fill="${onFill}"/><circle cx="11" cy="11" r="2.75" fill="${fill}" stroke="${onFill}" stroke-width="2"/></svg>\n`;
}
