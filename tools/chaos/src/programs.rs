//! PostgreSQL and Redis: found, set up in the run's folder, and started.

use std::{
    fs,
    net::{SocketAddr, TcpListener},
    os::unix::fs::{MetadataExt, PermissionsExt, chown},
    path::{Path, PathBuf},
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::Command,
};

use crate::{
    Result,
    keeper::{Keeper, Recipe},
};

/// An address that was free a moment ago.
pub(crate) fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// Sets up a PostgreSQL cluster in a folder, and starts it at `address`.
pub(crate) async fn postgres(folder: &Path, address: SocketAddr) -> Result<Keeper> {
    let programs = postgres_programs()?;
    let home = folder.join("postgres");
    fs::create_dir(&home)?;
    let user = server_user()?;
    if let Some((user, group)) = user {
        // The server refuses to run as root, so another user must be able to enter its folder.
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
        chown(&home, Some(user), Some(group))?;
    }
    let data = home.join("data");
    let mut initdb = Command::new(programs.join("initdb"));
    initdb.arg("-D").arg(&data).args(["-U", "postgres", "-A", "trust", "--no-sync"]).env_clear().current_dir(&home);
    if let Some((user, group)) = user {
        initdb.uid(user).gid(group);
    }
    let made = initdb.output().await?;
    if !made.status.success() {
        return Err(format!("initdb failed: {}", String::from_utf8_lossy(&made.stderr)).into());
    }
    let settings = [
        "listen_addresses=127.0.0.1".to_owned(),
        format!("port={}", address.port()),
        "unix_socket_directories=".to_owned(),
        "max_connections=300".to_owned(),
        // The machine survives every action, so data that its kernel has received is safe. Commits still reach the
        // kernel.
        "fsync=off".to_owned(),
    ];
    let mut arguments = vec!["-D".to_owned(), data.display().to_string()];
    arguments.extend(settings.into_iter().flat_map(|setting| ["-c".to_owned(), setting]));
    let log = folder.join("postgres.log");
    let recipe = Recipe {
        name: "PostgreSQL".to_owned(),
        program: programs.join("postgres"),
        arguments,
        environment: Vec::new(),
        log: log.clone(),
        user,
        goodbye: "INT",
    };
    let keeper = Keeper::start(recipe)?;
    crate::eventually("PostgreSQL is ready", async || {
        fs::read_to_string(&log).is_ok_and(|log| log.contains("ready to accept connections")).then_some(())
    })
    .await?;
    Ok(keeper)
}

/// The folder of `initdb` and `postgres`: Debian keeps them out of `PATH`.
fn postgres_programs() -> Result<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    folders.sort();
    folders.extend(search_path());
    folders
        .into_iter()
        .filter_map(|folder| fs::canonicalize(folder.join("initdb")).ok()?.parent().map(Path::to_owned))
        .find(|folder| folder.join("postgres").is_file())
        .ok_or_else(|| "PostgreSQL's programs initdb and postgres are missing; install the package postgresql.".into())
}

fn search_path() -> Vec<PathBuf> {
    std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default()
}

/// The user and group of `postgres`, or of `nobody`, if we are root.
fn server_user() -> Result<Option<(u32, u32)>> {
    if fs::metadata("/proc/self")?.uid() != 0 {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd")?;
    let ids = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    let found = ids("postgres").or_else(|| ids("nobody"));
    found.map(Some).ok_or_else(|| "There is neither a user postgres nor a user nobody to run PostgreSQL.".into())
}

/// Starts a Redis without persistence at `address`.
pub(crate) async fn redis(folder: &Path, address: SocketAddr) -> Result<Keeper> {
    let program = search_path()
        .into_iter()
        .map(|folder| folder.join("redis-server"))
        .find(|program| program.is_file())
        .ok_or("The program redis-server is missing; install the package redis-server.")?;
    let port = address.port().to_string();
    let arguments = ["--bind", "127.0.0.1", "--port", &port, "--save", "", "--appendonly", "no"];
    let keeper = Keeper::start(Recipe {
        name: "Redis".to_owned(),
        program,
        arguments: arguments.map(str::to_owned).to_vec(),
        environment: Vec::new(),
        log: folder.join("redis.log"),
        user: None,
        goodbye: "TERM",
    })?;
    crate::eventually("Redis is ready", async || redis_says(address, "PING").await.then_some(())).await?;
    Ok(keeper)
}

/// Returns true if Redis answered a command without an error.
pub(crate) async fn redis_says(address: SocketAddr, command: &str) -> bool {
    let ask = async {
        let mut stream = TcpStream::connect(address).await.ok()?;
        stream.write_all(format!("{command}\r\n").as_bytes()).await.ok()?;
        Some(stream.read_u8().await.ok()? == b'+')
    };
    tokio::time::timeout(Duration::from_secs(2), ask).await.ok().flatten() == Some(true)
}
