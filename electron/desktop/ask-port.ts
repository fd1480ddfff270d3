/** The one message a page may send to main: it asks for its line. */
export const ASK_PORT = 'jingxun:ask-port';
