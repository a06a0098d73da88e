//! Writes `files.rs`: a table of every file below `web/out`, with everything that is known about it at build time.
#![expect(clippy::print_stdout, reason = "that is how a build script talks to cargo")]

mod compress;
mod media;
mod policy;

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

fn main() -> Result<(), Box<dyn Error>> {
    let export = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../web/out");
    let target = PathBuf::from(env::var("OUT_DIR")?);
    // Without the folder cargo would run this script each time; an empty one is watched like a full one. A failure to
    // create it does no other harm.
    let _ = fs::create_dir_all(&export);
    println!("cargo::rerun-if-changed={}", export.display());
    println!("cargo::rerun-if-changed=build");

    let mut paths = Vec::new();
    if export.join("index.html").is_file() {
        collect(&export, &mut paths)?;
        paths.sort();
    }
    // Brotli's best quality takes ten times as long as its second best, so only shipped builds use it.
    let quality = if env::var("PROFILE")? == "release" { 11 } else { 5 };
    let mut table = String::from("static FILES: &[File] = &[\n");
    for (index, path) in paths.iter().enumerate() {
        entry(&mut table, &export, path, &target.join(index.to_string()), quality)?;
    }
    table.push_str("];\n");
    fs::write(target.join("files.rs"), table)?;
    Ok(())
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

/// Writes a file's row, and its compressed content beside `stem`.
fn entry(table: &mut String, export: &Path, file: &Path, stem: &Path, quality: u32) -> Result<(), Box<dyn Error>> {
    let content = fs::read(file)?;
    let parts: Vec<_> = file.strip_prefix(export)?.iter().map(|part| part.to_string_lossy()).collect();
    let path = parts.join("/");
    let (content_type, compressible) = media::kind(&path);
    let hash: String = Sha256::digest(&content).iter().take(16).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let policy = content_type.starts_with("text/html").then(|| policy::of_page(&String::from_utf8_lossy(&content)));
    let (gzip, brotli) =
        if compressible { (compress::gzip(&content)?, compress::brotli(&content, quality)?) } else { (None, None) };
    let plain = literal(&fs::canonicalize(file)?);
    let gzip = included(gzip, &stem.with_extension("gz"))?;
    let brotli = included(brotli, &stem.with_extension("br"))?;
    writeln!(
        table,
        "File {{ path: {path:?}, content_type: {content_type:?}, hash: {hash:?}, policy: {policy:?}, \
         plain: include_bytes!({plain}), gzip: {gzip}, brotli: {brotli} }},"
    )?;
    Ok(())
}

/// The expression of compressed content, which it writes to `file`.
fn included(content: Option<Vec<u8>>, file: &Path) -> std::io::Result<String> {
    let Some(content) = content else { return Ok("None".to_owned()) };
    fs::write(file, content)?;
    Ok(format!("Some(include_bytes!({}))", literal(file)))
}

/// A path as a literal of Rust.
fn literal(path: &Path) -> String {
    format!("{:?}", path.to_string_lossy())
}
