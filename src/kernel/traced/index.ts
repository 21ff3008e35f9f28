// The traced build: the kernel tells its host of every call of a function, for `npm run explain`.
import "./trace";

export { link, scan, setup } from "../index";
