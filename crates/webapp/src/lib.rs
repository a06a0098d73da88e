//! The web app's files in the binary: the output of `npm run build` in `web/out` when this crate was built, compressed.
//! It serves nothing itself; see `api/src/web/`. Begin with `build/main.rs`.

/// A file of the export.
#[derive(Debug, Clone, Copy)]
pub struct File {
    /// Its path below the root, such as `campaigns/index.html`.
    pub path: &'static str,
    /// Its media type.
    pub content_type: &'static str,
    /// Identifies its content: a part of its hash, in hexadecimal.
    pub hash: &'static str,
    /// The `Content-Security-Policy` of an HTML page, which allows only its own inline scripts.
    pub policy: Option<&'static str>,
    /// The content, uncompressed.
    pub plain: &'static [u8],
    /// The content as gzip, if that is much smaller.
    pub gzip: Option<&'static [u8]>,
    /// The content as Brotli, if that is much smaller.
    pub brotli: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// All files; none if the web app was not built before this crate.
pub fn files() -> &'static [File] {
    FILES
}

#[cfg(test)]
#[path = "../build/compress.rs"]
mod compress;
#[cfg(test)]
#[path = "../build/media.rs"]
mod media;
#[cfg(test)]
#[path = "../build/policy.rs"]
mod policy;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_embedded_is_whole() {
        for file in files() {
            assert_eq!(file.hash.len(), 32, "{}", file.path);
            assert_eq!(file.policy.is_some(), file.content_type.starts_with("text/html"), "{}", file.path);
            assert!(!file.path.starts_with('/') && !file.path.contains('\\'), "{}", file.path);
        }
        let has = |path: &str| files().iter().any(|file| file.path == path);
        assert!(files().is_empty() || (has("index.html") && has("404.html")));
    }
}
