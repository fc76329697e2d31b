package io.fourwave.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version the build wrote beside this class, and the Java it runs on: the two things a report of a defect needs. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {application() + " (Java " + Runtime.version() + ")"};
    }

    /** {@code fourwave 1.2.3}: for what is written by this command. */
    static String application() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "fourwave " + properties.getProperty("version");
    }
}
