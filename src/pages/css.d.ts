/** Style sheets are imported for what the bundle makes of them. */
declare module '*.css';
