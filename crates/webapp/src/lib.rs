//! The web app's files, in the binary: what `npm run build` left in `web/out` when this crate was built, compressed beforehand.
//! It serves nothing itself; see `api/src/web/`. Begin with `build/main.rs`.

/// A file of the export.
#[derive(Debug, Clone, Copy)]
pub struct File {
    /// Its path below the root, such as `campaigns/index.html`.
    pub path: &'static str,
    /// Its media type.
    pub content_type: &'static str,
    /// Names its content: a part of its hash, in hexadecimal.
    pub hash: &'static str,
    /// The `Content-Security-Policy` of an HTML page, which allows its own inline scripts and no others.
    pub policy: Option<&'static str>,
    /// The content as it is.
    pub plain: &'static [u8],
    /// The same compressed, where that is worth it.
    pub gzip: Option<&'static [u8]>,
    /// The same compressed, where that is worth it.
    pub brotli: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// All files; none where the web app was not built when this crate was.
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
