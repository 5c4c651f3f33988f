/** A share from 0 to 1 as whole percent. Only a full share reads 100 %, and only an empty one 0 %. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 100 && share < 1) return "99 %";
  if (whole === 0 && share > 0) return "1 %";
  return `${whole} %`;
}
