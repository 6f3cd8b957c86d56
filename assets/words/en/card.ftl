## Cards for a wallet

card-title = Cards
card-law-none = We do not know the law there. Ask a local lawyer or legal group before the day. Unknown does not mean allowed.
card-lock = Lock: { $how }
card-off = Off: { $how }
