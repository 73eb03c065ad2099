import { accessSync, constants, readFileSync } from "node:fs";

/** What the machine shows beside the environment: read from its disk, nothing is sent. @internal */
export interface Machine {
  /** Whether the Azure Arc agent is installed. */
  hasArcAgent(): boolean;
  /** Whether this is a virtual machine of Azure. */
  isAzureVirtualMachine(): boolean;
}

/** The places where MSAL looks too. */
const ARC_AGENT: Partial<Record<NodeJS.Platform, string>> = {
  linux: "/opt/azcmagent/bin/himds",
  win32: `${process.env.ProgramFiles}\\AzureConnectedMachineAgent\\himds.exe`,
};

/** Azure gives this asset tag to each of its virtual machines, and to no other: cloud-init knows them by it. */
const AZURE_ASSET_TAG = "7783-7084-3265-9085-8269-3286-77";

/** @internal */
export const thisMachine: Machine = {
  hasArcAgent() {
    const path = ARC_AGENT[process.platform];
    if (path === undefined) return false;
    try {
      accessSync(path, constants.R_OK);
      return true;
    } catch {
      return false;
    }
  },
  isAzureVirtualMachine() {
    try {
      return readFileSync("/sys/class/dmi/id/chassis_asset_tag", "latin1").trim() === AZURE_ASSET_TAG;
    } catch {
      return false;
    }
  },
};
