/** The key under which the browser stores the chosen theme. */
export const THEME_KEY = 'omnitraffick.theme';

/** Runs in the head before anything is rendered, so that no page flashes in the other theme. */
export const THEME_SCRIPT = `try{if(localStorage.getItem('${THEME_KEY}')==='light')document.documentElement.dataset.theme='light'}catch{}`;
