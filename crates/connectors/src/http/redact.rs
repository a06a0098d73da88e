//! Secrets in texts from outside. A platform, or a server in between, may send a token back: plain, cut, escaped,
//! encoded, or that of another platform. One redactor knows all configured secrets, and each text passes it.

use std::{
    borrow::Cow,
    collections::HashSet,
    fmt::{self, Write as _},
    ops::Range,
    sync::Arc,
};

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use domain::Secret;

/// The number of consecutive characters of a secret that count as it. Fewer are useless, and may be ordinary words.
const WINDOW: usize = 12;
/// A shorter secret would remove ordinary words, and protects nothing.
const SHORTEST: usize = 6;
/// The most layers of escapes in a text: JSON in a URL in JSON in JSON.
const LAYERS: usize = 4;
const BLOT: &str = "[redacted]";

/// Knows secrets, and removes them from texts. Cheap to clone.
#[derive(Clone, Default)]
pub struct Redactor(Arc<Known>);

#[derive(Default)]
struct Known {
    /// Each sequence of [`WINDOW`] characters of each form of each secret.
    windows: HashSet<[u8; WINDOW]>,
    /// Shorter forms.
    whole: Vec<Vec<u8>>,
    /// The beginnings of both, so that most positions of a text are skipped at once.
    begins: Begins,
}

/// The possible first four bytes of a form: a bit for each, which several may share.
#[derive(Default)]
struct Begins(Vec<u64>);

impl Begins {
    const BITS: u32 = 18;

    fn learn(&mut self, form: &[u8]) {
        self.0.resize(1 << (Self::BITS - 6), 0);
        if let Some((word, bit)) = Self::place(form) {
            self.0[word] |= bit;
        }
    }

    fn may_begin(&self, text: &[u8]) -> bool {
        Self::place(text).is_some_and(|(word, bit)| self.0[word] & bit != 0)
    }

    fn place(text: &[u8]) -> Option<(usize, u64)> {
        // Multiplied by the golden ratio, the upper bits of a number are well mixed.
        let mixed = u32::from_le_bytes(*text.first_chunk()?).wrapping_mul(0x9E37_79B9) >> (32 - Self::BITS);
        Some((usize::try_from(mixed >> 6).ok()?, 1 << (mixed & 63)))
    }
}

impl fmt::Debug for Redactor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Redactor")
    }
}

impl Redactor {
    /// A redactor for these secrets.
    pub fn new<'a>(secrets: impl IntoIterator<Item = &'a Secret>) -> Self {
        let mut known = Known::default();
        for secret in secrets {
            let secret = secret.reveal().trim();
            if secret.len() >= SHORTEST {
                for form in forms(secret) {
                    known.learn(&form);
                }
            }
        }
        Self(Arc::new(known))
    }

    /// `text` without any secret.
    pub fn redact<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.0.begins.0.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut found = Vec::new();
        self.0.find(text.as_bytes(), |range| found.push(range));
        let mut layer = Layer::of(text);
        for _ in 0..LAYERS {
            let Some(inner) = layer.decoded() else { break };
            self.0.find(&inner.bytes, |range| found.push(inner.origin(&range)));
            layer = inner;
        }
        if found.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(blotted(text, found)) }
    }
}

impl Known {
    fn learn(&mut self, form: &[u8]) {
        if form.len() < WINDOW {
            self.begins.learn(form);
            self.whole.push(form.to_vec());
        }
        for window in form.windows(WINDOW) {
            self.begins.learn(window);
            self.windows.extend(<[u8; WINDOW]>::try_from(window));
        }
    }

    fn find(&self, text: &[u8], mut tell: impl FnMut(Range<usize>)) {
        for at in 0..text.len() {
            let rest = &text[at..];
            if !self.begins.may_begin(rest) {
                continue;
            }
            if let Some(window) = rest.first_chunk::<WINDOW>()
                && self.windows.contains(window)
            {
                tell(at..at + WINDOW);
            }
            for form in self.whole.iter().filter(|form| rest.starts_with(form)) {
                tell(at..at + form.len());
            }
        }
    }
}

/// The forms of a secret: plain, in hexadecimal digits, in base64 (at each alignment, in both alphabets). [`Layer`]
/// undoes escapes of single characters instead, because any of them may be escaped.
fn forms(secret: &str) -> Vec<Vec<u8>> {
    let hex = secret.bytes().fold(String::new(), |mut hex, byte| {
        // A `String` accepts all writes.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let mut forms = vec![secret.as_bytes().to_vec(), hex.to_ascii_uppercase().into_bytes(), hex.into_bytes()];
    if secret.contains(' ') {
        forms.push(secret.replace(' ', "+").into_bytes());
    }
    for before in 0..3 {
        let mut padded = vec![0; before];
        padded.extend_from_slice(secret.as_bytes());
        let encoded = STANDARD_NO_PAD.encode(&padded);
        // Only the characters that depend on nothing but the secret.
        let decided = (before * 8).div_ceil(6)..padded.len() * 8 / 6;
        if let Some(form) = encoded.get(decided).filter(|form| form.len() >= SHORTEST) {
            forms.push(form.replace('+', "-").replace('/', "_").into_bytes());
            forms.push(form.as_bytes().to_vec());
        }
    }
    forms
}

/// A text with one layer of escapes undone, and the origin of each of its bytes.
struct Layer {
    bytes: Vec<u8>,
    /// None for the text itself.
    origins: Option<Vec<(usize, usize)>>,
}

impl Layer {
    fn of(text: &str) -> Self {
        // The text is copied only where it has an escape.
        let escaped = text.bytes().any(|byte| matches!(byte, b'%' | b'\\' | b'&'));
        Self { bytes: if escaped { text.as_bytes().to_vec() } else { Vec::new() }, origins: None }
    }

    /// The position of a range in the original text.
    fn origin(&self, range: &Range<usize>) -> Range<usize> {
        match &self.origins {
            None => range.clone(),
            Some(origins) => origins[range.start].0..origins[range.end - 1].1,
        }
    }

    /// The next layer; none if there is no escape.
    fn decoded(&self) -> Option<Self> {
        let mut bytes = Vec::with_capacity(self.bytes.len());
        let mut origins = Vec::with_capacity(self.bytes.len());
        let (mut at, mut any) = (0, false);
        while at < self.bytes.len() {
            let (character, length) = escape(&self.bytes[at..]).unwrap_or((char::from(self.bytes[at]), 1));
            let origin = self.origin(&(at..at + length));
            if length == 1 {
                bytes.push(self.bytes[at]);
                origins.push((origin.start, origin.end));
            } else {
                any = true;
                for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                    bytes.push(byte);
                    origins.push((origin.start, origin.end));
                }
            }
            at += length;
        }
        any.then_some(Self { bytes, origins: Some(origins) })
    }
}

/// The escape at the beginning of a text: its character and its length in bytes. `%41`, `\u0041`, `\x41`, `\"`,
/// `&#65;`, `&#x41;`.
fn escape(text: &[u8]) -> Option<(char, usize)> {
    match text {
        [b'%', rest @ ..] => Some((char::from(u8::try_from(digits(rest, 2, 16)?).ok()?), 3)),
        [b'\\', b'u' | b'U', rest @ ..] => Some((char::from_u32(digits(rest, 4, 16)?).unwrap_or('\u{fffd}'), 6)),
        [b'\\', b'x' | b'X', rest @ ..] => Some((char::from(u8::try_from(digits(rest, 2, 16)?).ok()?), 4)),
        [b'\\', b'n' | b'r' | b't' | b'b' | b'f', ..] => Some((' ', 2)),
        [b'\\', other, ..] if other.is_ascii_punctuation() => Some((char::from(*other), 2)),
        [b'&', b'#', b'x' | b'X', rest @ ..] => entity(rest, 16).map(|(character, length)| (character, length + 3)),
        [b'&', b'#', rest @ ..] => entity(rest, 10).map(|(character, length)| (character, length + 2)),
        _ => None,
    }
}

fn digits(text: &[u8], count: usize, radix: u32) -> Option<u32> {
    let text = text.get(..count).filter(|text| text.iter().all(u8::is_ascii_alphanumeric))?;
    u32::from_str_radix(std::str::from_utf8(text).ok()?, radix).ok()
}

/// A numeric entity after its `&#`, with its length to the semicolon.
fn entity(text: &[u8], radix: u32) -> Option<(char, usize)> {
    let length = text.iter().take(8).position(|byte| *byte == b';')?;
    Some((char::from_u32(digits(text, length, radix)?)?, length + 1))
}

fn blotted(text: &str, mut found: Vec<Range<usize>>) -> String {
    found.sort_by_key(|range| range.start);
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    let mut ranges = found.into_iter().peekable();
    while let Some(Range { start, mut end }) = ranges.next() {
        while let Some(next) = ranges.next_if(|next| next.start <= end) {
            end = end.max(next.end);
        }
        out.push_str(&text[kept..text.floor_char_boundary(start).max(kept)]);
        out.push_str(BLOT);
        kept = text.ceil_char_boundary(end);
    }
    out.push_str(&text[kept..]);
    out
}

#[cfg(test)]
mod tests;
