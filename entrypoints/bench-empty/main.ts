/** The floor under any page of the extension. Not part of what people install. */
import { reach } from '../bench/reach';

reach();
