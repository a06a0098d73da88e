//! Servers of a single test, which may kill them.

use std::{
    env, fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;
use uuid::Uuid;

/// A server on a port of its own, with its data in a temporary folder; ended when dropped.
pub(crate) struct Server {
    port: u16,
    folder: TempDir,
    child: Option<Child>,
    start: fn(&Path, u16) -> Child,
    /// Ends it at once, as a crash would.
    kill: fn(&Path, &mut Child),
}

impl Server {
    /// A Redis without a password.
    pub(crate) fn redis() -> Self {
        Self::start(start_redis, |_, child| child.kill().unwrap())
    }

    /// A PostgreSQL.
    pub(crate) fn postgres() -> Self {
        Self::start(start_postgres, kill_postgres)
    }

    fn start(start: fn(&Path, u16) -> Child, kill: fn(&Path, &mut Child)) -> Self {
        let port = free_port();
        let mut server = Self { port, folder: tempfile::tempdir().unwrap(), child: None, start, kill };
        server.come_back();
        server
    }

    /// Its address.
    pub(crate) fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Ends it.
    pub(crate) fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            (self.kill)(self.folder.path(), &mut child);
            child.wait().unwrap();
        }
    }

    /// Starts it on the same port, and waits until it answers.
    pub(crate) fn come_back(&mut self) {
        self.child = Some((self.start)(self.folder.path(), self.port));
        let began = Instant::now();
        while TcpStream::connect(self.address()).is_err() {
            assert!(began.elapsed() < Duration::from_secs(30), "the server on port {} does not start", self.port);
            thread::sleep(Duration::from_millis(10));
        }
        // Another process may have taken the port meanwhile, and would be mistaken for it.
        let ended = self.child.as_mut().and_then(|child| child.try_wait().unwrap());
        assert!(ended.is_none(), "the server on port {} has ended: {ended:?}", self.port);
    }

    /// Gives a command to a Redis.
    pub(crate) fn redis_command(&self, command: &[&str]) {
        let client = redis::Client::open(format!("redis://{}", self.address())).unwrap();
        let mut connection = client.get_connection().unwrap();
        let mut asked = redis::cmd(command[0]);
        command[1..].iter().for_each(|argument| {
            asked.arg(argument);
        });
        asked.exec(&mut connection).unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A port on which nobody listens. It is outside of the range for outgoing connections: the server must find it free
/// again after it was killed.
fn free_port() -> u16 {
    loop {
        let drawn = Uuid::now_v7().as_u128() % 12_000;
        let port = 20_000 + u16::try_from(drawn).unwrap();
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

fn start_redis(folder: &Path, port: u16) -> Child {
    Command::new("redis-server")
        .args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir"])
        .arg(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("redis-server cannot be run ({error}): `make test` sees to it"))
}

/// Debian keeps PostgreSQL's programs out of PATH.
fn postgres_program(name: &str) -> PathBuf {
    let mut versions: Vec<_> =
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    versions.sort_by_key(|path| path.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok()));
    let debian = versions.into_iter().rev().map(|version| version.join("bin"));
    let path = env::var_os("PATH").unwrap_or_default();
    debian
        .chain(env::split_paths(&path))
        .map(|folder| folder.join(name))
        .find(|program| program.exists())
        .unwrap_or_else(|| panic!("{name} is installed: `make test` sees to it"))
}

/// A command that does not run as root, since PostgreSQL refuses to.
fn as_nobody(program: &Path, folder: &Path) -> Command {
    let mut command;
    if is_root() {
        // The package creates a user of that name; elsewhere any user without rights works.
        let user = if user_exists("postgres") { "postgres" } else { "nobody" };
        assert!(Command::new("chown").arg(user).arg(folder).status().unwrap().success());
        command = Command::new("runuser");
        command.args(["-u", user, "--"]).arg(program);
    } else {
        command = Command::new(program);
    }
    command.current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().unwrap().stdout.trim_ascii() == b"0"
}

fn user_exists(user: &str) -> bool {
    Command::new("id").args(["-u", user]).output().unwrap().status.success()
}

fn start_postgres(folder: &Path, port: u16) -> Child {
    let data = folder.join("data");
    if !data.exists() {
        let mut init = as_nobody(&postgres_program("initdb"), folder);
        init.args(["-U", "postgres", "-A", "trust", "--no-sync", "-D"]).arg(&data);
        assert!(init.status().unwrap().success());
    }
    let mut postgres = as_nobody(&postgres_program("postgres"), folder);
    postgres.arg("-D").arg(data).args(["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c"]);
    postgres.arg(format!("unix_socket_directories={}", folder.display())).arg("-c").arg(format!("port={port}"));
    postgres.spawn().unwrap()
}

/// The child may be `runuser`; the server's own id is in its file. It ends at once, without a message to its clients.
fn kill_postgres(folder: &Path, _: &mut Child) {
    let file = fs::read_to_string(folder.join("data/postmaster.pid")).unwrap();
    let pid = file.lines().next().unwrap().trim();
    assert!(Command::new("kill").args(["-QUIT", pid]).status().unwrap().success());
}
