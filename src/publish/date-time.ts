/** A day of ours as a moment, which has an hour (RFC 3339): the first of the day, in UTC. */
export const dateTime = (day: string): string => `${day}T00:00:00Z`;
