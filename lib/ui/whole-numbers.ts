/** Text in pieces, of which every second is a number with an exponent, such as 1.2e-3: a browser would break a line after
 *  its sign. */
export const splitAtNumbers = (text: string): string[] =>
  text.split(/([-+−]?[\d.,]{1,20}e[-+−]\d{1,3}(?!\d))/i);
