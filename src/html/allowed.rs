//! What HTML of an article may hold, for browsers that check it once more on its way into the page. It is all that
//! `markdown::render` writes; names stand in a text, because tables of pointers are large in wasm.

pub const ELEMENTS: &str = "a abbr aside audio b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em \
                            figcaption figure h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp \
                            section small source span strong sub summary sup table tbody td tfoot th thead time tr track \
                            u ul var video wbr";

pub const MATHML_ELEMENTS: &str = "annotation math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom \
                                   mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr \
                                   munder munderover none semantics";

/// Of either kind of element.
pub const ATTRIBUTES: &str = "accent accentunder align alt alttext arg aria-label checked class colspan columnalign \
                              columnlines columnspacing columnspan controls data-language datetime decoding default depth \
                              dir disabled display displaystyle encoding fence form frame height href id intent kind label \
                              lang largeop linebreak linethickness loading loop lspace mathbackground mathcolor mathsize \
                              mathvariant maxsize minsize movablelimits muted notation open playsinline poster preload rel \
                              reversed role rowalign rowlines rowspacing rowspan rspace scope scriptlevel separator sizes \
                              src srcset srclang start stretchy symmetric tabindex title type value voffset width";
