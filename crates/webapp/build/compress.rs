//! Compression at build time; none if it saves too little.

use std::io::{self, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

/// Brotli's window: the largest that browsers accept.
const WINDOW: i32 = 22;

/// The content as gzip.
pub(crate) fn gzip(content: &[u8]) -> io::Result<Option<Vec<u8>>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(worth_it(content, encoder.finish()?))
}

/// The content as Brotli, of quality 0 to 11.
pub(crate) fn brotli(content: &[u8], quality: u32) -> io::Result<Option<Vec<u8>>> {
    let quality = i32::try_from(quality).unwrap_or(11);
    let parameters = BrotliEncoderParams { quality, lgwin: WINDOW, ..BrotliEncoderParams::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(worth_it(content, compressed))
}

fn worth_it(content: &[u8], compressed: Vec<u8>) -> Option<Vec<u8>> {
    (compressed.len() + content.len() / 20 < content.len()).then_some(compressed)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn what_is_compressed_comes_out_again() {
        let content = "All of these words come again and again. ".repeat(100).into_bytes();
        let gzip = gzip(&content).unwrap().unwrap();
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&*gzip).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, content);
        for quality in [5, 11] {
            let brotli = brotli(&content, quality).unwrap().unwrap();
            let mut plain = Vec::new();
            brotli::BrotliDecompress(&mut &*brotli, &mut plain).unwrap();
            assert_eq!(plain, content);
        }
    }

    #[test]
    fn what_does_not_shrink_stays_as_it_is() {
        for content in ["", "x", "short"] {
            assert_eq!(gzip(content.as_bytes()).unwrap(), None);
            assert_eq!(brotli(content.as_bytes(), 5).unwrap(), None, "{content:?}");
        }
    }
}
