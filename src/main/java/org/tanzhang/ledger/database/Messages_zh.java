package org.tanzhang.ledger.database;

/** {@link Messages} in Chinese. */
@SuppressWarnings("checkstyle:TypeName") // ResourceBundle's own naming
final class Messages_zh extends Messages {

    @Override
    protected Object[][] getContents() {
        return new Object[][] {
            {
                "no-binaries",
                "本程序未附带适用于本机（%1$s）的 PostgreSQL。请安装 PostgreSQL 15 或更高版本，并将 SPRING_DATASOURCE_URL 设为其中一个数据库的地址。"
            },
            {"binaries-not-unpacked", "无法将 PostgreSQL 程序解压到 %1$s：%2$s。请检查磁盘是否有 100 MB 可用空间，以及该文件夹是否可写。"},
            {"not-an-installation", "%1$s 中没有 PostgreSQL：缺少 bin/%2$s 或该文件不可执行。"},
            {"odd-path", "数据库不能放在 %1$s：路径中含有 \" $ ` \\ 或换行符。请另选文件夹（TANZHANG_HOME）。"},
            {"folder-not-writable", "%1$s 无法读写：%2$s。请检查该文件夹的属主、权限和可用空间。"},
            {
                "data-belongs-to-other",
                "%1$s 中的数据库属于用户 %2$s，而本程序以用户 %3$s 运行。请以 %2$s 身份运行，或停止服务器后更改该文件夹及其全部内容的属主（chown -R）。"
            },
            {
                "no-way-as-root",
                "PostgreSQL 拒绝以 root 身份运行，而本机上的替代办法均不可用：%n%1$s%n"
                        + "请以普通用户运行本程序（并将文件夹 %2$s 交给该用户：chown -R），或建立名为 tanzhang 且可进入该文件夹的账户。"
            },
            {"initdb-failed", "无法在 %1$s 建立数据库（initdb 退出码 %2$s）：%n%3$s%n没有留下任何残余文件；排除原因后请重新运行该命令。"},
            {"other-version", "%1$s 中的数据由 PostgreSQL %2$s 写入，而本程序附带的是 PostgreSQL %3$s。请使用写入这些数据的程序版本，或用它导出数据后在此恢复。"},
            {"secret-missing", "数据库已存在，但密码文件 %1$s 缺失或为空。请从 %2$s 的备份中恢复该文件。"},
            {"secret-refused", "端口 %1$s 上的服务器拒绝了 %2$s 中的密码。请从备份恢复该文件：数据目录与密码文件夹必须配套。"},
            {"start-failed", "数据库服务器未能启动，其输出为：%n%1$s%n完整日志在 %2$s。数据未受影响；排除原因后请重新运行该命令。"},
            {"old-processes", "一个被强制结束的服务器仍有进程在使用 %1$s（进程号：%2$s）。请等待其结束，或用 kill 结束它们，然后重新运行该命令。"},
            {"not-ready", "数据库服务器（进程 %1$s）已运行，但 %2$s 秒内未接受连接。它可能正在崩溃后恢复：请查看 %3$s，稍后重新运行该命令。"},
            {"no-port", "127.0.0.1 上 %1$s 至 %2$s 之间没有可用端口。请结束占用这些端口的程序。"},
            {"server-refused", "端口 %1$s 上的数据库服务器拒绝响应：%2$s。若持续如此，请用“database stop”停止后重新运行该命令；其日志在 %3$s。"},
            {"stop-failed", "数据库服务器（进程 %1$s）未能停止：%n%2$s%n请再次运行“database stop”，或查看 %3$s。切勿删除运行中服务器的文件。"},
            {"command-failed", "无法运行 %1$s：%2$s。请检查它是否已安装且可执行（以及文件系统是否以 noexec 方式挂载）。"},
            {"command-timeout", "%1$s 在 %2$s 秒内未结束，已被终止。"},
            {"interrupted", "等待数据库服务器时被中断。它可能仍在启动或停止；请用“database status”查看。"},
        };
    }
}
