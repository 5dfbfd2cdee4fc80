export const address = new URL('https://web.whatsapp.com/');
